import { join } from "node:path";
import { startNginx } from "../hosts/debian.ts";
import { copyProject } from "../support/site.ts";

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

/** Builds the site for nginx with the project's own configuration and serves it. */
export async function serveWithNginx(): Promise<{
  readonly origin: string;
  readonly dist: string;
  end(): Promise<void>;
}> {
  const project = copyProject();
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
