import { apache } from "./apache.ts";
import { azure } from "./azure.ts";
import { caddy } from "./caddy.ts";
import { cloudflare } from "./cloudflare.ts";
import { firebase } from "./firebase.ts";
import { githubPages } from "./github-pages.ts";
import type { Host } from "./host.ts";
import { netlify } from "./netlify.ts";
import { nginx } from "./nginx.ts";
import { s3 } from "./s3.ts";
import { vercel } from "./vercel.ts";

/** Every family of hosts by the name that `--host` takes. */
export const hosts = {
  apache,
  azure,
  caddy,
  cloudflare,
  firebase,
  "github-pages": githubPages,
  netlify,
  nginx,
  s3,
  vercel,
} as const satisfies Record<string, Host>;

/** The files that they write for whoever runs the server. */
export const besideFiles = ["Caddyfile", "firebase.json", "nginx.conf", "s3.json"] as const;

export function isHostName(name: string): name is keyof typeof hosts {
  return Object.hasOwn(hosts, name);
}
