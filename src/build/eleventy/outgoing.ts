import { nameInOutput } from "../checks/output.ts";
import { foreignMarkup } from "../checks/page.ts";
import { noteFile } from "../output/emit.ts";
import { minifyPage } from "../output/minify.ts";
import { beginStep } from "../output/steps.ts";
import type { EleventyConfig } from "./api.ts";
import { finishedPages } from "./reuse.ts";
import { writtenOut } from "./tsx.ts";

const faults: string[] = [];

/** What the net has caught in this build's pages, in Bokmål. */
export function markupFaults(): readonly string[] {
  return faults;
}

/** Minifies a page, looks at what came out, and gives the bytes that are to have this name in the output. */
export async function finishPage(name: string, written: string): Promise<Buffer> {
  const html = await minifyPage(written);
  for (const markup of foreignMarkup(html)) faults.push(`«${name}» har ${markup}, som ingen side skal ha.`);
  return (await finishedPages()).add(name, html);
}

/**
 * Writes each page out, minifies it, looks at what came out, and takes note of it as meant. Goes last: what it has seen is
 * what is written. Pages go one after another: all at once takes longer and three times the memory. Eleventy keeps what it
 * gets back, and bytes take half of what text does.
 */
export function outgoingPlugin(config: EleventyConfig): void {
  let queue: Promise<unknown> = Promise.resolve();
  let folder = "";
  config.on("eleventy.before", ({ directories }) => {
    folder = directories.output;
  });
  config.addTransform("outgoing", function (content) {
    const { outputPath, url } = this.page;
    if (outputPath === false) return writtenOut(content);
    const name = nameInOutput(folder, outputPath);
    noteFile(name);
    if (!name.endsWith(".html")) return finishedPages().then((pages) => pages.add(name, writtenOut(content)));
    const page = queue.then(() => {
      beginStep(`minifiserer ${url}`);
      return finishPage(name, writtenOut(content));
    });
    queue = page.catch(() => undefined);
    return page;
  });
}
