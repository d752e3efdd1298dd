import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** An answer as it came over the wire; header names in lower case, repeated ones joined as HTTP says. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Asks without following redirects and without decompressing. */
export function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, method, agent: false, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const pairs = Object.entries(response.headers).map(
          ([name, value]) => [name, Array.isArray(value) ? value.join(", ") : String(value)] as const,
        );
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(pairs),
          body: Buffer.concat(chunks),
        });
      });
    });
    sent.on("error", reject);
    sent.on("timeout", () => sent.destroy(new Error(`no answer from ${url}`)));
    sent.end();
  });
}

/** A body without its content coding. */
export function decoded({ headers, body }: Answer): Buffer {
  const coding = headers["content-encoding"];
  if (coding === "br") return brotliDecompressSync(body);
  return coding === "gzip" ? gunzipSync(body) : body;
}
