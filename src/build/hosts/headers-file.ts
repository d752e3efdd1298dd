import { machineFiles, movesOf, type Publication } from "./host.ts";
import { HASHED_FOLDER, IMMUTABLE } from "./policy.ts";

/** One path or pattern with its headers, as `_headers` lists them. */
export type HeaderRule = readonly [path: string, headers: Readonly<Record<string, string>>];

/**
 * The policy for the hosts that read `_headers`. No two rules that match one address name the same header: Cloudflare
 * would send both values. These hosts themselves let pages be kept only after asking, so only the exception is written.
 */
export function headerRules(publication: Publication): readonly HeaderRule[] {
  return [
    ["/*", publication.headers],
    [`/${HASHED_FOLDER}*`, { "Cache-Control": IMMUTABLE }],
    ...machineFiles(publication).map(({ url, headers }): HeaderRule => [url, headers]),
  ];
}

export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n"),
    )
    .join("\n");
}

export function redirectsFile(publication: Publication): string {
  return movesOf(publication)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join("");
}
