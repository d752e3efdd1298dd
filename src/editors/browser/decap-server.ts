import { mkdtemp, rm } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { createServer, request } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An answer as decap-server gave it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What reads and writes files for Decap CMS. */
export interface DecapServer {
  ask(body: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * Starts the packages' own decap-server over the project's folder. It listens at a socket that only this user can open, and at no
 * port: what another page in the browser sends cannot reach it.
 */
export async function startDecapServer(packages: string, root: string): Promise<DecapServer> {
  process.env.GIT_REPO_DIRECTORY = root;
  const require = createRequire(join(packages, "package.json"));
  const express: unknown = require("express");
  const { registerLocalFs }: Record<string, unknown> = require("decap-server/dist/middlewares.js");
  if (typeof express !== "function" || typeof registerLocalFs !== "function")
    throw new TypeError("decap-server is not what it was");
  const app: unknown = express();
  await registerLocalFs(app, { logLevel: "error" });
  if (!isListener(app)) throw new TypeError("express is not what it was");
  const server = createServer(app);
  const folder = await mkdtemp(join(tmpdir(), "decap-"));
  const socketPath =
    process.platform === "win32" ? `\\\\.\\pipe\\decap-${process.pid}` : join(folder, "decap.sock");
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(socketPath, listening);
  });
  return {
    ask: (body) => post(socketPath, JSON.stringify(body)),
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function post(socketPath: string, text: string): Promise<Answer> {
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
  return new Promise((answered, failed) => {
    request({ socketPath, path: "/api/v1", method: "POST", headers }, async (response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const said = Buffer.concat(chunks).toString();
      try {
        answered({ status: response.statusCode ?? 500, body: JSON.parse(said) });
      } catch (error) {
        failed(error);
      }
    })
      .on("error", failed)
      .end(text);
  });
}

function isListener(app: unknown): app is RequestListener {
  return typeof app === "function";
}
