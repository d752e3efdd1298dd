import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { basename, join, normalize, sep } from "node:path";
import { typeOf } from "../hosts/policy.ts";
import type { Builds } from "./builds.ts";
import { overlay, unfinished } from "./overlay.ts";

/** The folder that the preview is built in. */
export const PREVIEW = ".cache/preview";

/** This machine's names for itself. By any other name the page of a foreign site asks, which could read drafts. */
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Where a page hears that the site has changed. No page of the site can have this address. */
const CHANGES = "/__endringer";

/** Reloads the page when the site changes. Only the preview has it; it is never in what is built. */
const RELOAD = `<script>new EventSource("${CHANGES}?"+location.pathname).onmessage=()=>location.reload()</script>`;

/**
 * Serves the preview. Every answer waits until the sources as they are at that moment have been built; when
 * that does not succeed, each page is what is wrong. While only the page that is asked for is made, it is served already.
 */
export function previewServer(builds: Builds): PreviewServer {
  /** Each open page, with its address. */
  const pages = new Map<ServerResponse, string>();
  const server = createServer(async ({ url = "/", headers }, response) => {
    const address = OWN_HOST.test(headers.host ?? "") ? addressOf(url) : null;
    if (address === null) {
      response.writeHead(400).end();
      return;
    }
    const { pathname, search } = address;
    if (pathname === CHANGES) {
      response
        .writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
        .write("\n");
      pages.set(response, search.slice(1));
      response.on("close", () => pages.delete(response));
      return;
    }
    const wantsPage = headers.accept?.includes("text/html") ?? false;
    const { status, type, body } = await answerTo(pathname, wantsPage, builds);
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
  });
  const reload = (isMeant: (url: string) => boolean) => {
    for (const [page, url] of pages) if (isMeant(url)) page.write("data: \n\n");
  };
  return { server, open: () => [...new Set(pages.values())], reload };
}

export interface PreviewServer {
  readonly server: Server;
  /** The addresses of the pages that are open. */
  open(): readonly string[];
  /** Makes the open pages load again, those at the addresses that are meant. */
  reload(isMeant: (url: string) => boolean): void;
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
}

async function answerTo(pathname: string, wantsPage: boolean, builds: Builds): Promise<Answer> {
  const early = wantsPage ? builds.early(pathname) : undefined;
  if (early !== undefined) return pageOf(200, early);
  const { right, output } = await builds.current();
  return right || !wantsPage ? fileAt(pathname, output) : pageOf(500, overlay(output));
}

async function fileAt(pathname: string, output: string): Promise<Answer> {
  const name = normalize(decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  const path = join(PREVIEW, name);
  const body = path.startsWith(PREVIEW + sep) ? await readFile(path).catch(() => null) : null;
  if (body !== null && name.endsWith(".html")) return pageOf(200, body.toString());
  if (body !== null) return { status: 200, type: typeOf(basename(name)) ?? "application/octet-stream", body };
  const missing = await readFile(join(PREVIEW, "404.html"), "utf8").catch(() => "Finnes ikke.");
  return pageOf(404, unfinished(pathname, output) ?? missing);
}

function pageOf(status: number, html: string): Answer {
  return { status, type: "text/html; charset=utf-8", body: html + RELOAD };
}
