import { type Host, machineFiles, movesOf, type Publication } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, NOT_FOUND, typesByExtension } from "./policy.ts";

/** Caddy 2: a file to import in the site block whose `root` holds the site (below its path, when it has one). */
export const caddy: Host = {
  precompressed: true,
  takesPrefix: true,
  write: (publication) => ({ beside: { Caddyfile: configuration(publication) } }),
};

function configuration(publication: Publication): string {
  const { prefix, headers } = publication;
  const set = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([name, value]) => `${name} ${quote(value)}`);
  const lines = [
    ...(prefix === "/" ? [] : [`redir ${prefix.slice(0, -1)} ${prefix} 301`]),
    // A route keeps the order: Caddy itself would sort the general headers after the special ones.
    ...block(`route ${prefix}*`, [
      ...movesOf(publication).map(({ from, to }) => `redir ${from} ${to} 301`),
      ...block("header", [...set(headers), `Cache-Control ${quote(FRESH)}`]),
      `header ${prefix}${HASHED_FOLDER}* Cache-Control ${quote(IMMUTABLE)}`,
      ...typesByExtension.map(
        ([extension, type]) => `header ${prefix}*.${extension} Content-Type ${quote(type)}`,
      ),
      ...machineFiles(publication).flatMap((file) => block(`header ${file.url}`, set(file.headers))),
      ...block("file_server", ["precompressed br gzip"]),
    ]),
    ...block("handle_errors", [
      `@lost expression \`{err.status_code} == 404 && path("${prefix}*")\``,
      ...block("handle @lost", [
        `header Cache-Control ${quote(FRESH)}`,
        'header Content-Type "text/html; charset=utf-8"',
        "header -Access-Control-Allow-Origin",
        `rewrite * ${prefix}${NOT_FOUND}`,
        ...block("file_server", ["precompressed br gzip"]),
      ]),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Backquotes where the value has quotation marks of its own; none has both. */
function quote(value: string): string {
  return value.includes('"') ? `\`${value}\`` : `"${value}"`;
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `\t${line}`), "}"];
}
