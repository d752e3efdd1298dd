import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { EleventyRun } from "./api.ts";

/**
 * A run of Eleventy over this project into the given folder. `entry` is the address of the module that asks, three folders
 * below the root of the compiled code, in which the configuration and the templates lie too.
 */
export async function createRun(output: string, entry: string): Promise<EleventyRun> {
  // Its thread for resolving modules is not needed, and costs a tenth of a second.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const { default: Eleventy } = await import("@11ty/eleventy");
  const inCode = (path: string) => relative(".", fileURLToPath(new URL(`../../../${path}`, entry)));
  const configPath = inCode(".eleventy.js");
  const run = new Eleventy(inCode("src/pages"), output, { source: "cli", configPath, quietMode: true });
  // It tells each failure with stack traces, and then throws it: whoever runs it tells it in words.
  run.disableLogger();
  return run;
}
