import { type Host, machineFiles, movesOf, type Publication } from "./host.ts";
import { FRESH, HASHED_FOLDER, hasOwnType, IMMUTABLE, NOT_FOUND, OPEN, typesByExtension } from "./policy.ts";

/** nginx: a file to include in the `server` block whose `root` holds the site (below its path, when it has one). */
export const nginx: Host = {
  precompressed: true,
  takesPrefix: true,
  write: (publication) => ({ beside: { "nginx.conf": configuration(publication) } }),
};

function configuration(publication: Publication): string {
  const { prefix, headers } = publication;
  const types = typesByExtension.map(([extension, type]) => `    "${type}" ${extension};`);
  // A location with an add_header of its own inherits none, so each says them all.
  const location = (
    match: string,
    lifetime: string,
    extra: Readonly<Record<string, string>>,
    more: string[] = [],
  ) =>
    block(`location ${match}`, [...addHeaders({ ...headers, "Cache-Control": lifetime, ...extra }), ...more]);
  const moved = movesOf(publication).map(({ from, to }) =>
    block(`location = ${from}`, [`return 301 ${to};`]),
  );
  const bare = prefix === "/" ? [] : [block(`location = ${prefix.slice(0, -1)}`, [`return 301 ${prefix};`])];
  const machines = machineFiles(publication).map(({ url, type }) => {
    const own = hasOwnType(url.slice(prefix.length)) ? ["types {}", `default_type "${type}";`] : [];
    return location(`= ${url}`, FRESH, OPEN, own);
  });
  const site = block(`location ^~ ${prefix}`, [
    "index index.html;",
    `error_page 404 ${prefix}${NOT_FOUND};`,
    "absolute_redirect off;",
    "gzip_static on;",
    "gzip_vary on;",
    "# brotli_static on;  # with the module ngx_brotli",
    ...block(
      "types",
      types.map((line) => line.trim()),
    ).split("\n"),
    ...addHeaders({ ...headers, "Cache-Control": FRESH }),
    ...[location(`${prefix}${HASHED_FOLDER}`, IMMUTABLE, {}), ...machines, ...moved].flatMap((text) =>
      text.split("\n"),
    ),
  ]);
  return `${[...bare, site].join("\n")}\n`;
}

function addHeaders(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => {
    const quote = value.includes('"') ? "'" : '"';
    return `add_header ${name} ${quote}${value}${quote} always;`;
  });
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), "}"].join("\n");
}
