import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../support/port.ts";
import { type BuiltSite, type Server, startServer } from "./server.ts";

// Each server has a lifetime and a header of its own for all its sites, as servers have that somebody has looked after.

const NGINX_MODULES = "/usr/lib/nginx/modules";

/** nginx with the module for brotli, as Debian packages both. */
export async function startNginx({ root, deploy }: BuiltSite): Promise<Server> {
  const port = await freePort();
  const brotli = join(NGINX_MODULES, "ngx_http_brotli_static_module.so");
  if (!existsSync(brotli)) throw new Error("the package libnginx-mod-http-brotli-static is not installed");
  const folder = join(deploy, "..", `nginx-${port}`);
  mkdirSync(folder);
  const snippet = join(folder, "site.conf");
  writeFileSync(
    snippet,
    readFileSync(join(deploy, "nginx.conf"), "utf8").replace("# brotli_static on;", "brotli_static on;"),
  );
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const configuration = join(folder, "nginx.conf");
  writeFileSync(
    configuration,
    `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; pid ${folder}/pid; error_log stderr; load_module ${brotli};
events {} http { access_log off; ${temporary.join(" ")}
  server { listen 127.0.0.1:${port}; root ${root}; expires 30d; add_header Referrer-Policy no-referrer; include ${snippet}; } }
`,
  );
  return startServer(
    "nginx",
    ["-p", folder, "-c", configuration, "-e", "stderr"],
    `http://127.0.0.1:${port}`,
  );
}

export async function startCaddy({ root, deploy }: BuiltSite): Promise<Server> {
  const port = await freePort();
  const folder = join(deploy, "..", `caddy-${port}`);
  mkdirSync(folder);
  const configuration = join(folder, "Caddyfile");
  writeFileSync(
    configuration,
    `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${root}\n\theader Cache-Control max-age=2592000\n\theader Referrer-Policy no-referrer\n\timport ${deploy}/Caddyfile\n}\n`,
  );
  return startServer(
    "caddy",
    ["run", "--config", configuration, "--adapter", "caddyfile"],
    `http://127.0.0.1:${port}`,
    {
      env: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
    },
  );
}

/** Those that Debian turns on by itself and that have a say in what is sent, and those that docs/publisering.md asks for. */
const APACHE_MODULES = [
  "mpm_event",
  "authz_core",
  "authz_host",
  "alias",
  "autoindex",
  "filter",
  "deflate",
  "dir",
  "env",
  "mime",
  "negotiation",
  "setenvif",
  "headers",
  "rewrite",
  "expires",
];

export async function startApache({ root, deploy }: BuiltSite): Promise<Server> {
  const port = await freePort();
  const folder = join(deploy, "..", `apache-${port}`);
  mkdirSync(folder);
  const configuration = join(folder, "httpd.conf");
  writeFileSync(
    configuration,
    `${APACHE_MODULES.map(loadModule).join("\n")}
ServerName https://prisen.example
UseCanonicalName On
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
ExpiresActive On
ExpiresDefault A2592000
Header set Referrer-Policy no-referrer
${process.getuid?.() === 0 ? "User www-data\nGroup www-data" : ""}
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
  );
  return startServer("apache2", ["-f", configuration, "-DFOREGROUND"], `http://127.0.0.1:${port}`);
}

/** A module with what Debian sets for it, which a site finds in place: types, languages, what is compressed. */
function loadModule(name: string): string {
  return `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so
IncludeOptional /etc/apache2/mods-available/${name}.conf`;
}
