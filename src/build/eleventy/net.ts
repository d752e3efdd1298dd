import { nameInOutput } from "../checks/output.ts";
import { foreignMarkup } from "../checks/page.ts";
import { noteFile } from "../output/emit.ts";
import type { EleventyConfig } from "./api.ts";

const faults: string[] = [];

/** What the net has caught in this build's pages, in Bokmål. */
export function markupFaults(): readonly string[] {
  return faults;
}

/** Looks at each finished page, and takes note of it as meant. Goes last: what it has seen is what is written. */
export function netPlugin(config: EleventyConfig): void {
  let folder = "";
  config.on("eleventy.before", ({ directories }) => {
    folder = directories.output;
  });
  config.addTransform("net", function (content) {
    const { outputPath } = this.page;
    if (outputPath === false) return content;
    const name = nameInOutput(folder, outputPath);
    noteFile(name);
    if (name.endsWith(".html")) {
      for (const markup of foreignMarkup(content))
        faults.push(`«${name}» har ${markup}, som ingen side skal ha.`);
    }
    return content;
  });
}
