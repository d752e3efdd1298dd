import { type Host, machineFiles, movesOf, type Publication } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, NOT_FOUND, OPEN, typesByExtension } from "./policy.ts";

/** nginx: a file to include in the `server` block whose `root` holds the site (below its path, when it has one). */
export const nginx: Host = {
  precompressed: true,
  takesPrefix: true,
  write: (publication) => ({ beside: { "nginx.conf": configuration(publication) } }),
};

function configuration(publication: Publication): string {
  const { prefix, headers } = publication;
  // A location with an add_header of its own inherits none, so each says them all.
  const location = (match: string, own: Readonly<Record<string, string>>, more: readonly string[] = []) =>
    block(`location ${match}`, [...addHeaders({ ...headers, ...own }), ...more]);
  const move = (from: string, to: string) => block(`location = ${from}`, [`return 301 ${to};`]);
  // A lifetime that the server gives to all its sites would be sent besides, and first.
  const everywhere = [
    "absolute_redirect off;",
    "expires off;",
    ...addHeaders({ ...headers, "Cache-Control": FRESH }),
  ];
  const lines = [
    ...(prefix === "/"
      ? []
      : block(`location = ${prefix.slice(0, -1)}`, [...everywhere, `return 301 ${prefix};`])),
    ...block(`location ^~ ${prefix}`, [
      ...everywhere,
      "index index.html;",
      // A folder without a page of its own is not there either.
      `error_page 403 404 =404 ${prefix}${NOT_FOUND};`,
      "gzip_static on;",
      "gzip_vary on;",
      "# brotli_static on;  # with the module ngx_brotli",
      ...block(
        "types",
        typesByExtension.map(([extension, type]) => `"${type}" ${extension};`),
      ),
      ...location(`${prefix}${HASHED_FOLDER}`, { "Cache-Control": IMMUTABLE }),
      ...machineFiles(publication).flatMap(({ url, type, hasOwnType }) =>
        location(
          `= ${url}`,
          { "Cache-Control": FRESH, ...OPEN },
          hasOwnType ? ["types {}", `default_type "${type}";`] : [],
        ),
      ),
      ...movesOf(publication).flatMap(({ from, to }) => move(from, to)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function addHeaders(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => {
    const quote = value.includes('"') ? "'" : '"';
    return `add_header ${name} ${quote}${value}${quote} always;`;
  });
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), "}"];
}
