import { emitFile } from "../output/emit.ts";
import { beginStep } from "../output/steps.ts";
import { icons } from "../pictures/icons.ts";
import { writeRenditions } from "../pictures/photograph.ts";
import { drawShareImage } from "../pictures/share.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";

/** Writes the photographs' files, the icons and the share pictures beside the pages. */
export function picturesPlugin(config: EleventyConfig): void {
  config.on("eleventy.after", async ({ directories }) => {
    const { site } = await currentReading();
    for (const { photograph } of site?.articles.flatMap(({ pictures }) => pictures) ?? []) {
      if (photograph === null) continue;
      beginStep(`lager bilder av ${photograph.file}`);
      await writeRenditions(process.cwd(), photograph, directories.output);
    }
    for (const { url, draw } of icons) await emitFile(directories.output, url, await draw());
    for (const { shareImage, url } of site?.pages ?? []) {
      beginStep(`tegner delingsbildet til ${url}`);
      await emitFile(directories.output, shareImage.url, await drawShareImage(shareImage));
    }
  });
}
