import { posix } from "node:path";
import type { Document } from "./pages.ts";

/** Addresses that the build makes without a content file behind them. */
const generated = ["/sitemap.xml", "/robots.txt"];

/**
 * The address a link in prose leads to, or null when it leads nowhere. Editors link to files («holmen-svommehall.md»,
 * so that GitHub can follow it too), to addresses («/kilder/»), to headings («#bakgrunn»), and to other sites.
 */
export function resolveLink(target: string, from: Document, documents: readonly Document[]): string | null {
  if (/^(?:https?:\/\/[^/]|mailto:.)/.test(target)) return target;
  const [path = "", fragment] = target.split("#", 2);
  const page = path === "" ? from : findPage(path, from, documents);
  if (page === undefined) return fragment === undefined && generated.includes(path) ? path : null;
  if (fragment === undefined) return page.place.url;
  if (!page.prose.headings.some(({ id }) => id === fragment)) return null;
  return path === "" ? `#${fragment}` : `${page.place.url}#${fragment}`;
}

function findPage(path: string, from: Document, documents: readonly Document[]): Document | undefined {
  if (path.startsWith("/")) return documents.find(({ place }) => place.url === path);
  const file = posix.join(posix.dirname(from.file), path);
  return documents.find((document) => document.file === file);
}
