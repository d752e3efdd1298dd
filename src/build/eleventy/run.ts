import type { EleventyRun, RunOptions } from "./api.ts";

const CONFIG = ".eleventy.ts";

/** A run of Eleventy over this project into the given folder. Names its configuration, which it never finds by itself. */
export async function createRun(output: string, runMode: RunOptions["runMode"]): Promise<EleventyRun> {
  // Its thread for resolving modules is not needed under tsx, and costs a tenth of a second.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const { default: Eleventy } = await import("@11ty/eleventy");
  return new Eleventy("src/pages", output, { source: "cli", configPath: CONFIG, quietMode: true, runMode });
}
