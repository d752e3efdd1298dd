import { type Host, machineFiles, type Publication } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, NOT_FOUND, OPEN, typesByExtension } from "./policy.ts";

/**
 * Apache 2.4: an `.htaccess` in the published folder; needs `AllowOverride All` and the modules headers, rewrite, mime
 * and dir. Nothing is wrapped in `<IfModule>`: a missing module shall show, not quietly take the policy away.
 */
export const apache: Host = {
  precompressed: true,
  takesPrefix: true,
  write: (publication) => ({ inside: { ".htaccess": configuration(publication) } }),
};

function configuration(publication: Publication): string {
  const { prefix, headers, redirects } = publication;
  const immutable = `%{REQUEST_URI} =~ m#^${escapeRegex(prefix + HASHED_FOLDER)}# && %{REQUEST_STATUS} -lt 400`;
  const lines = [
    "Options -Indexes -MultiViews",
    "DirectoryIndex index.html",
    `ErrorDocument 404 ${prefix}${NOT_FOUND}`,
    // What the server gives to all its sites would be sent besides: «always» is a table of its own.
    ...[...Object.keys(headers), "Cache-Control"].map((name) => `Header onsuccess unset ${name}`),
    ...Object.entries(headers).map(([name, value]) => `Header always set ${name} ${quote(value)}`),
    `Header always set Cache-Control "${FRESH}"`,
    `Header always set Cache-Control "${IMMUTABLE}" "expr=${immutable}"`,
    "AddDefaultCharset Off",
    ...typesByExtension.map(([extension, type]) => `AddType "${type}" .${extension}`),
    // As Apache comes, the one is a language, Breton, and the other a type, which would be sent in place of the page's own.
    "RemoveLanguage .br",
    "RemoveType .gz",
    "AddEncoding br .br",
    "AddEncoding gzip .gz",
    ...machineFiles(publication).flatMap(({ url, type, hasOwnType }) => [
      `<If "%{REQUEST_URI} =~ m#^${escapeRegex(url)}(?:\\.br|\\.gz)?$#">`,
      ...Object.entries(OPEN).map(([name, value]) => `  Header set ${name} "${value}"`),
      ...(hasOwnType ? [`  ForceType "${type}"`] : []),
      "</If>",
    ]),
    "RewriteEngine On",
    ...redirects.map(
      ({ from, to }) =>
        `RewriteRule "^${escapeRegex(from.slice(prefix.length)).replace(/\/$/, "")}/?$" ${to} [R=301,L]`,
    ),
    "RewriteRule ^\\.htaccess$ - [R=404]",
    // A folder without a page of its own is not there either.
    "RewriteCond %{REQUEST_FILENAME} -d",
    "RewriteCond %{REQUEST_FILENAME}/index.html !-f",
    "RewriteRule ^ - [R=404]",
    "RewriteCond %{REQUEST_FILENAME}.gz -f",
    "RewriteRule ^ - [E=packed:1]",
    ...[
      ["br", "br"],
      ["gzip", "gz"],
    ].flatMap(([coding, ending]) => [
      `RewriteCond %{HTTP:Accept-Encoding} (?:^|,)\\s*${coding}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))\\s*(?:[,;]|$) [NC]`,
      `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
      `RewriteRule ^(.+)$ $1.${ending} [E=no-gzip:1,E=no-brotli:1,L]`,
    ]),
    "Header merge Vary Accept-Encoding env=packed",
    "Header merge Vary Accept-Encoding env=REDIRECT_packed",
  ];
  return `${lines.join("\n")}\n`;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\#]/g, "\\$&");
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}
