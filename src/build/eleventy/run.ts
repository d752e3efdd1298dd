import { readdir } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { EleventyRun } from "./api.ts";

let run: Promise<EleventyRun> | undefined;

/**
 * The run of Eleventy over this project into the given folder, set up once for a build. `entry` is the address of the module that
 * asks, three folders below the root of the compiled code, in which the configuration and the templates lie too.
 */
export function currentRun(output: string, entry: string): Promise<EleventyRun> {
  run ??= setUp(output, entry);
  return run;
}

async function setUp(output: string, entry: string): Promise<EleventyRun> {
  // Its thread for resolving modules is not needed, and costs a tenth of a second.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const { default: Eleventy } = await import("@11ty/eleventy");
  const inCode = (path: string) => relative(".", fileURLToPath(new URL(`../../../${path}`, entry)));
  const configPath = inCode(".eleventy.js");
  // What leaves is written by one hand (see `outgoingPlugin`): Eleventy would look for each page's folder and for what may lie there.
  const options = { source: "cli", configPath, quietMode: true, dryRun: true } as const;
  const made = new Eleventy(inCode("src/pages"), output, options);
  // It tells each failure with stack traces, and then throws it: whoever runs it tells it in words.
  made.disableLogger();
  await made.init();
  return made;
}

/** The page templates' modules. Eleventy loads them again, and finds all that they import loaded. */
export async function loadTemplates(entry: string): Promise<readonly unknown[]> {
  const folder = new URL("../../pages/", entry);
  return Promise.all(
    (await readdir(folder)).map((name): Promise<unknown> => import(new URL(name, folder).href)),
  );
}
