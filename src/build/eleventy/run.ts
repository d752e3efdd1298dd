import { dirname, join, relative } from "node:path";
import { once } from "../format/once.ts";
import type { EleventyRun } from "./api.ts";

/** The run of Eleventy over this project into the given folder, set up once for a build. */
export const currentRun = once(async (output: string): Promise<EleventyRun> => {
  // Its thread for resolving modules is not needed, and costs a tenth of a second.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const { default: Eleventy } = await import("@11ty/eleventy");
  const configPath = relative(".", inCode(".eleventy.js"));
  // What leaves is written by one hand (see `outgoingPlugin`): Eleventy would look for each page's folder and for what may lie there.
  const options = { source: "cli", configPath, quietMode: true, dryRun: true } as const;
  const made = new Eleventy(relative(".", inCode("src/pages")), output, options);
  // It tells each failure with stack traces, and then throws it: whoever runs it tells it in words.
  made.disableLogger();
  await made.init();
  return made;
});

/**
 * A path in the folder of the compiled code, which mirrors the project: the command that this process was started with lies three
 * folders below it, and the configuration and the page templates lie in it too.
 */
export function inCode(path: string): string {
  return join(dirname(process.argv[1] ?? ""), "../../..", path);
}
