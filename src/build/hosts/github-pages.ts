import type { Redirect } from "../../model/site.ts";
import type { Host } from "./host.ts";
import { policyElements } from "./policy.ts";

/** docs.github.com, «GitHub Pages limits»: the published site. */
const MOST_BYTES = 1_000_000_000;

/**
 * GitHub Pages: no headers and no redirects, so the policy stands in the pages and an old address holds a small page that
 * leads on.
 */
export const githubPages: Host = {
  metaPolicy: true,
  takesPrefix: true,
  write({ files, redirects, prefix }) {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const stubs = redirects.map((redirect) => [stubName(redirect, prefix), stub(redirect)] as const);
    return {
      // Without this file GitHub runs the pages through Jekyll, which drops names that begin with an underscore.
      inside: { ".nojekyll": "", ...Object.fromEntries(stubs) },
      faults:
        total > MOST_BYTES
          ? [`GitHub Pages tar 1 GB, og nettstedet er på ${Math.ceil(total / 1e6)} MB.`]
          : [],
    };
  },
};

function stubName({ from }: Redirect, prefix: string): string {
  const name = from.slice(prefix.length);
  return /\.html?$/.test(name) ? name : `${name.replace(/\/$/, "")}/index.html`;
}

function stub({ to }: Redirect): string {
  return (
    `<!doctype html><html lang="nb"><head><meta charset="utf-8">${policyElements([])}<title>Siden er flyttet</title>` +
    `<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${to}"></head>` +
    `<body><p>Siden er flyttet <a href="${to}">hit</a>.</p></body></html>\n`
  );
}
