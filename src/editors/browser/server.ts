import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import * as z from "zod";
import type { Api } from "./api.ts";
import { editorConfig } from "./config.ts";
import { type Desk, pathOfNew } from "./desk.ts";

/** No request is larger, in bytes: a picture of the largest size as base64, and some. */
const LARGEST = 20_000_000;

const PAGE = "src/editors/browser/page";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** What the page asks about words that are not saved yet. */
const Look = z.object({
  path: z.string(),
  folder: z.string(),
  data: z.record(z.string(), z.unknown()),
  assets: z.array(z.object({ path: z.string(), content: z.base64(), encoding: z.literal("base64") })),
});

/** What the editor's server is made of. */
export interface Parts {
  readonly root: string;
  /** The folder with Decap CMS. */
  readonly packages: string;
  readonly api: Api;
  readonly desk: Desk;
  /** Where live preview is shown: «http://localhost:8080». */
  readonly preview: string;
}

/**
 * The editor's own server: the page with Decap CMS, its configuration, and what it asks. It answers only to this machine's own
 * address and, where something may be written, only to its own page: no other site can make it write, by whatever name.
 */
export function editorServer(parts: Parts): Server {
  return createServer(async (request, response) => {
    try {
      await answer(request, response, parts);
    } catch (error) {
      const fault = error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500;
      if (fault === 500) console.error(error);
      send(response, fault, "application/json", JSON.stringify({ error: "Noe gikk galt. Se i terminalen." }));
    }
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { host = "", origin } = request.headers;
  const port = request.socket.localPort;
  if (host !== `127.0.0.1:${port}`) return send(response, 403, "text/plain", "");
  if (request.method === "POST") {
    const isOwn =
      origin === `http://${host}` && request.headers["content-type"]?.startsWith("application/json");
    if (isOwn !== true) return send(response, 403, "text/plain", "");
    const body: unknown = JSON.parse(await bodyOf(request));
    if (request.url === "/api/v1") {
      const { status, body: said } = await parts.api.answer(body);
      return send(response, status, "application/json", JSON.stringify(said));
    }
    if (request.url !== "/se") return send(response, 404, "text/plain", "");
    const { path, folder, data, assets } = Look.parse(body);
    await parts.api.keepUploads(assets);
    const opinion = await parts.desk.look(path || pathOfNew(folder, data.title), data);
    return send(response, 200, "application/json", JSON.stringify({ ...opinion, preview: parts.preview }));
  }
  switch (request.url) {
    case "/":
      return send(
        response,
        200,
        "text/html",
        await readFile(join(PAGE, "index.html")),
        policy(parts.preview),
      );
    case "/editor.js":
    case "/editor.css":
    case "/words.json":
      return send(response, 200, TYPES[extname(request.url)] ?? "", await readFile(join(PAGE, request.url)));
    case "/decap-cms.js":
      return send(
        response,
        200,
        "text/javascript",
        await readFile(join(parts.packages, "node_modules/decap-cms/dist/decap-cms.js")),
      );
    case "/config.json":
      return send(
        response,
        200,
        "application/json",
        JSON.stringify(await editorConfig(parts.root, parts.preview)),
      );
    default:
      return send(response, 404, "text/plain", "");
  }
}

/** The strictest policy under which Decap CMS runs: it compiles its forms' rules, and sets its styles, in the page. */
function policy(preview: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self' blob:",
    `frame-src ${preview}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) throw new SyntaxError("too large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  contentPolicy = "default-src 'none'",
): void {
  response.writeHead(status, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Security-Policy": contentPolicy,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}
