import { join } from "node:path";
import { startNginx } from "../hosts/debian.ts";
import { copyProject, OWN } from "../support/site.ts";

/** The built site behind nginx with brotli, and the pages that are looked at. */
export interface Visited {
  readonly origin: string;
  readonly dist: string;
  /** Every page in the sitemap, and the one for addresses that lead nowhere. */
  readonly urls: readonly string[];
}

export const NOT_FOUND = "/404.html";

/** One way of looking: at every page, saying which, and naming each fault. */
export type Look = (site: Visited, tell: (what: string) => void) => Promise<readonly string[]>;

/** How often a page that misses a goal is measured again: a busy machine makes a fast page look slow, never the other way. */
const AGAIN = 3;

/** Measures every page; those with faults again, after all others, and keeps what was measured last. */
export async function measure<T>(
  urls: readonly string[],
  tell: (what: string) => void,
  take: (url: string) => Promise<T>,
  faultsOf: (url: string, taken: T) => readonly string[],
): Promise<{ readonly taken: ReadonlyMap<string, T>; readonly faults: readonly string[] }> {
  const taken = new Map<string, T>();
  let left = urls;
  for (let times = 0; times <= AGAIN && left.length > 0; times++) {
    for (const url of left) {
      tell(times === 0 ? url : `${url} again`);
      taken.set(url, await take(url));
    }
    left = [...taken].filter(([url, seen]) => faultsOf(url, seen).length > 0).map(([url]) => url);
  }
  return { taken, faults: [...taken].flatMap(([url, seen]) => faultsOf(url, seen)) };
}

/** Builds the site for nginx with the project's own configuration and serves it. */
export async function serveWithNginx(): Promise<{
  readonly origin: string;
  readonly dist: string;
  end(): Promise<void>;
}> {
  const project = copyProject(OWN);
  const { code, output } = project.run("build", ["--host", "nginx"]);
  if (code !== 0) throw new Error(output);
  const dist = join(project.root, "dist");
  const server = await startNginx({ root: dist, deploy: join(project.root, "deploy"), prefix: "/" });
  return {
    origin: server.origin,
    dist,
    async end() {
      await server.stop();
      project.remove();
    },
  };
}
