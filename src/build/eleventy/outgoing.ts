import { relative, sep } from "node:path";
import type { Bytes } from "../output/cache.ts";
import { emitFile } from "../output/emit.ts";
import { IN_STEP, inStep } from "../output/steps.ts";
import type { EleventyConfig } from "./api.ts";
import { finishedPages } from "./reuse.ts";
import { readyPage } from "./templates.ts";
import { writtenOut } from "./tsx.ts";

const faults: string[] = [];

/** What the net has caught in this build's pages, in Bokmål, in the same order always. */
export function markupFaults(): readonly string[] {
  return faults.sort();
}

/** Minifies a page, looks at what came out, and gives the bytes that are to have this name in the output. Other files are as written. */
export async function finishPage(name: string, written: string): Promise<Bytes> {
  if (!name.endsWith(".html")) return (await finishedPages()).add(name, written);
  const { html, foreign } = await readyPage(written);
  for (const markup of foreign) faults.push(`«${name}» har ${markup}, som ingen side skal ha.`);
  return (await finishedPages()).add(name, html);
}

/**
 * Writes each page out, minifies it, looks at what came out, and puts it into the output folder. Goes last: what it has seen is what is
 * written. Some pages go in step (see `IN_STEP`), the others wait: all at once takes longer and three times the memory. Eleventy, which
 * writes nothing itself (see `currentRun`) and keeps what it gets back, gets nothing.
 */
export function outgoingPlugin(config: EleventyConfig): void {
  const queues: Promise<unknown>[] = Array.from({ length: IN_STEP }, () => Promise.resolve());
  let [folder, turn] = ["", 0];
  config.on("eleventy.before", ({ directories }) => {
    folder = directories.output;
  });
  config.addTransform("outgoing", function (content) {
    const { outputPath, url } = this.page;
    if (outputPath === false) return "";
    const name = relative(folder, outputPath).split(sep).join("/");
    const own = turn++ % IN_STEP;
    const written = Promise.resolve(queues[own]).then(async () => {
      const text = await inStep(`skriver ${url}`, () => writtenOut(content));
      emitFile(folder, name, await inStep(`minifiserer ${url}`, () => finishPage(name, text)));
      return "";
    });
    queues[own] = written.catch(() => undefined);
    return written;
  });
}
