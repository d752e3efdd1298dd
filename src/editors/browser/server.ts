import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import * as z from "zod";
import { type Api, Asset } from "./api.ts";
import { editorConfig } from "./config.ts";
import { type Desk, pathOfNew } from "./desk.ts";

/** No request is larger, in bytes: a picture of the largest size as base64, and some. */
const LARGEST = 20_000_000;

const PAGE = "src/editors/browser/page";

/** What the page asks about words that are not saved yet. */
const Look = z.object({
  path: z.string(),
  folder: z.string(),
  data: z.record(z.string(), z.unknown()),
  assets: z.array(Asset),
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
      sendJson(response, fault, { error: "Noe gikk galt. Se i terminalen." });
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
      return sendJson(response, status, said);
    }
    if (request.url !== "/se") return send(response, 404, "text/plain", "");
    const { path, folder, data, assets } = Look.parse(body);
    await parts.api.keepUploads(assets);
    const opinion = await parts.desk.look(path || pathOfNew(folder, data.title), data);
    return sendJson(response, 200, { ...opinion, preview: parts.preview });
  }
  const sendFile = async (type: string, path: string, contentPolicy?: string) =>
    send(response, 200, type, await readFile(path), contentPolicy);
  switch (request.url) {
    case "/":
      return sendFile("text/html", join(PAGE, "index.html"), policy(parts.preview));
    case "/editor.js":
      return sendFile("text/javascript", join(PAGE, "editor.js"));
    case "/editor.css":
      return sendFile("text/css", join(PAGE, "editor.css"));
    case "/words.json":
      return sendFile("application/json", join(PAGE, "words.json"));
    case "/decap-cms.js":
      return sendFile("text/javascript", join(parts.packages, "node_modules/decap-cms/dist/decap-cms.js"));
    case "/config.json":
      return sendJson(response, 200, await editorConfig(parts.root, parts.preview));
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

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, "application/json", JSON.stringify(value));
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
