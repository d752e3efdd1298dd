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
  const bare = prefix === "/" ? [] : [{ from: prefix.slice(0, -1), to: prefix }];
  const lines = [
    `@innovasjonsprisen path ${[...bare.map(({ from }) => from), `${prefix}*`].join(" ")}`,
    // A route keeps the order: Caddy itself would sort the general headers after the special ones.
    ...block("route @innovasjonsprisen", [
      ...block("header", [...set(headers), `Cache-Control ${quote(FRESH)}`]),
      ...[...bare, ...movesOf(publication)].map(({ from, to }) => `redir ${from} ${to} 301`),
      `header ${prefix}${HASHED_FOLDER}* Cache-Control ${quote(IMMUTABLE)}`,
      ...typesByExtension.map(
        ([extension, type]) => `header ${prefix}*.${extension} Content-Type ${quote(type)}`,
      ),
      ...machineFiles(publication).flatMap((file) => block(`header ${file.url}`, set(file.headers))),
      ...block("@packed file", ["try_files {path}.gz {path}index.html.gz"]),
      ...vary("@packed"),
      ...block("file_server", ["precompressed br gzip"]),
    ]),
    ...block("handle_errors", [
      `@lost expression \`{err.status_code} == 404 && path("${prefix}*")\``,
      ...block("handle @lost", [
        // The file server would take a reader who has this page already for one who needs nothing, and send it empty.
        "request_header -If-*",
        "request_header -Range",
        `header Cache-Control ${quote(FRESH)}`,
        'header Content-Type "text/html; charset=utf-8"',
        "header -Access-Control-Allow-Origin",
        `rewrite * ${prefix}${NOT_FOUND}`,
        ...vary(),
        ...block("file_server", ["precompressed br gzip"]),
      ]),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Also where a file is sent as it is: a cache in front must know that it comes in several codings. */
function vary(matcher = "*"): string[] {
  return block(`header ${matcher}`, ["Vary Accept-Encoding", "defer"]);
}

/** Backquotes where the value has quotation marks of its own; none has both. */
function quote(value: string): string {
  return value.includes('"') ? `\`${value}\`` : `"${value}"`;
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `\t${line}`), "}"];
}
