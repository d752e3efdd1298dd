import { writeRenditions } from "../pictures/photograph.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";

/** Writes the photographs' files beside the pages. */
export function picturesPlugin(config: EleventyConfig): void {
  config.on("eleventy.after", async ({ directories }) => {
    const { site } = await currentReading();
    for (const { photograph } of site?.articles.flatMap(({ pictures }) => pictures) ?? []) {
      if (photograph !== null) await writeRenditions(process.cwd(), photograph, directories.output);
    }
  });
}
