import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { basename, join, normalize } from "node:path";
import { typeOf } from "../hosts/policy.ts";
import type { Builds } from "./builds.ts";
import { overlay, unfinished } from "./overlay.ts";

/** The folder that the preview is built in. */
export const PREVIEW = ".cache/preview";

/** This machine's names for itself. By any other name the page of a foreign site asks, which could read drafts. */
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Where a page hears that the site has changed. No page of the site can have this address. */
const CHANGES = "/__endringer";

/** What an open page hears. */
const CHANGED = "data: \n\n";

/**
 * Reloads the page when the site changes, and knows how many changes it has had already. It listens only while it is seen: a browser
 * holds no more than six connections to one host, and a seventh page would never come. Only the preview has it; it is never in what
 * is built.
 */
function reloader(changes: number): string {
  return `<script>{let heard;(document.onvisibilitychange=()=>{heard?.close();if(document.hidden)return;heard=new EventSource("${CHANGES}?${changes}"+location.pathname);heard.onmessage=()=>location.reload()})()}</script>`;
}

/**
 * Serves the preview. Every answer waits until the sources as they are at that moment have been built; when
 * that does not succeed, each page is what is wrong. While only the page that is asked for is made, it is served already.
 */
export function previewServer(builds: Builds) {
  /** Each open page, with its address. */
  const pages = new Map<ServerResponse, string>();
  /** Every change until now, by the addresses of the pages that it was meant for. */
  const changes: ((url: string) => boolean)[] = [];
  const server = createServer(async ({ url = "/", headers }, response) => {
    const address = OWN_HOST.test(headers.host ?? "") ? addressOf(url) : null;
    if (address === null) {
      response.writeHead(400).end();
      return;
    }
    const { pathname, search } = address;
    if (pathname === CHANGES) {
      const [, had = "", url = ""] = /^\?(\d+)(.*)$/.exec(search) ?? [];
      const isOld = changes.slice(Number(had)).some((isMeant) => isMeant(url));
      response
        .writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
        .write(isOld ? CHANGED : "\n");
      pages.set(response, url);
      response.on("close", () => pages.delete(response));
      return;
    }
    const wantsPage = headers.accept?.includes("text/html") ?? false;
    const { status, type, body, moved } = await answerTo(pathname, wantsPage, builds, () =>
      reloader(changes.length),
    );
    if (moved !== undefined) response.setHeader("Location", moved);
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
  });
  return {
    server,
    /** The addresses of the pages that are open. */
    open: () => [...new Set(pages.values())],
    /** Makes the open pages load again, those at the addresses that are meant; those that are not seen as soon as they are. */
    reload(isMeant: (url: string) => boolean): void {
      changes.push(isMeant);
      for (const [page, url] of pages) if (isMeant(url)) page.write(CHANGED);
    },
  };
}

/** The address that is asked for, with a path that can be decoded; null when it is none. */
function addressOf(url: string): URL | null {
  try {
    const address = new URL(url, "http://localhost");
    decodeURIComponent(address.pathname);
    return address;
  } catch {
    return null;
  }
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** The address that the one asked for leads to. */
  readonly moved?: string;
}

async function answerTo(
  pathname: string,
  wantsPage: boolean,
  builds: Builds,
  script: () => string,
): Promise<Answer> {
  const early = wantsPage ? builds.early(pathname) : undefined;
  if (early !== undefined) return pageOf(200, early + script());
  const { right, output } = await builds.current();
  // What changes while the file is read is told.
  const reload = script();
  return right || !wantsPage ? fileAt(pathname, output, reload) : pageOf(500, overlay(output) + reload);
}

async function fileAt(pathname: string, output: string, reload: string): Promise<Answer> {
  // From a root no name leads further up, nor does one with «%2f» in it.
  const name = normalize(decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  const path = join(PREVIEW, name);
  const body = await readFile(path).catch(() => null);
  if (body !== null && name.endsWith(".html")) return pageOf(200, body + reload);
  if (body !== null) return { status: 200, type: typeOf(basename(name)) ?? "application/octet-stream", body };
  // As on every host, an address without its last slash leads to the one with it.
  if (existsSync(join(path, "index.html"))) return { ...pageOf(302, ""), moved: `${pathname}/` };
  const missing = await readFile(join(PREVIEW, "404.html"), "utf8").catch(() => "Finnes ikke.");
  return pageOf(404, (unfinished(pathname, output) ?? missing) + reload);
}

function pageOf(status: number, html: string): Answer {
  return { status, type: "text/html; charset=utf-8", body: html };
}
