import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commonHeaders, FRESH } from "../../src/build/hosts/policy.ts";
import type { ManifestFile } from "../../src/build/output/manifest.ts";
import type { SiteToServe } from "./build.ts";
import type { Answer } from "./http.ts";

/** The headers of every answer, worked out from the pages themselves. */
export function expectedHeaders({ root, prefix, manifest }: SiteToServe): Readonly<Record<string, string>> {
  const styles = manifest.files
    .filter(({ path, encoding }) => path.endsWith(".html") && encoding === null)
    .flatMap(({ path }) => [
      ...readFileSync(join(root, prefix, path), "utf8").matchAll(/<style>([^<]*)<\/style>/g),
    ])
    .map(([, css = ""]) => createHash("sha256").update(css).digest("base64"));
  const paths = manifest.files.map(({ path }) => path);
  return commonHeaders([...new Set(styles)].sort(), prefix, paths);
}

/** Holds an answer's headers against those expected, byte for byte. */
export function assertHeaders(
  answer: Answer,
  expected: Readonly<Record<string, string>>,
  where: string,
): void {
  const names = Object.keys(expected);
  const sent = Object.fromEntries(
    names.map((name) => [name, answer.headers[name.toLowerCase()] ?? "(not sent)"]),
  );
  assert.deepEqual(sent, expected, where);
}

/** The address that a file answers at. */
export function urlOf(prefix: string, path: string): string {
  return prefix + path.replace(/(^|\/)index\.html$/, "$1");
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Where a redirect leads, as a path from the domain's root. */
export function leadsTo(answer: Answer, from: string): string {
  return new URL(answer.headers.location ?? "", `http://host.example${from}`).pathname;
}

/** What a file is sent with, besides the headers of every answer. */
export function ownHeaders(
  { type }: ManifestFile,
  lifetime: string = FRESH,
): Readonly<Record<string, string>> {
  return { "Content-Type": type ?? "", "Cache-Control": lifetime };
}
