import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import type { Builds } from "./builds.ts";
import { overlay, unfinished } from "./overlay.ts";

/** The folder that the preview is built in. */
export const PREVIEW = ".cache/preview";

/** Where a page hears that the site has changed. No page of the site can have this address. */
const CHANGES = "/__endringer";

/** Reloads the page when the site changes. Only the preview has it; it is never in what is built. */
const RELOAD = `<script>new EventSource("${CHANGES}").onmessage=()=>location.reload()</script>`;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Serves the preview. Every answer waits until the sources as they are at that moment have been built; when
 * that does not succeed, each page is what is wrong. `tellChange` makes every open page load again.
 */
export function previewServer(builds: Builds): { server: Server; tellChange(): void } {
  const listeners = new Set<ServerResponse>();
  const server = createServer(async ({ url = "/", headers }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    if (pathname === CHANGES) {
      response
        .writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
        .write("\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      return;
    }
    const { right, output } = await builds.current();
    const wantsPage = headers.accept?.includes("text/html") ?? false;
    const answer =
      right || !wantsPage ? await fileAt(PREVIEW, pathname, output) : pageOf(500, overlay(output));
    response.writeHead(answer.status, { "Content-Type": answer.type, "Cache-Control": "no-store" });
    response.end(answer.body);
  });
  const tellChange = () => {
    for (const listener of listeners) listener.write("data: \n\n");
  };
  return { server, tellChange };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

async function fileAt(folder: string, pathname: string, output: string): Promise<Answer> {
  const name = normalize(decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  const path = join(folder, name);
  const body = path.startsWith(folder + sep) ? await readFile(path).catch(() => null) : null;
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  if (body !== null)
    return extname(name) === ".html" ? pageOf(200, body.toString()) : { status: 200, type, body };
  const missing = await readFile(join(folder, "404.html"), "utf8").catch(() => "Finnes ikke.");
  return pageOf(404, unfinished(pathname, output) ?? missing);
}

function pageOf(status: number, html: string): Answer {
  return { status, type: "text/html; charset=utf-8", body: html + RELOAD };
}
