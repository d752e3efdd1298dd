import type { Assets } from "../../model/assets.ts";
import { once } from "../format/once.ts";
import { sha256 } from "../output/cache.ts";
import { emitFile } from "../output/emit.ts";
import { siteFont } from "../output/font.ts";
import { SHEET, siteStyles } from "../output/styles.ts";
import type { EleventyConfig } from "./api.ts";
import { pathPrefix } from "./prefix.ts";

/** Gives the layouts the style sheet and the font's address, and writes the font beside the pages. */
export function assetsPlugin(config: EleventyConfig): void {
  config.addGlobalData("assets", async () => (await currentAssets()).data);
  config.on("eleventy.after", async ({ directories }) => {
    const { data, font } = await currentAssets();
    emitFile(directories.output, data.fontUrl.slice(1), [font]);
  });
}

/** What the layouts are given, and the bytes that it stands for. */
interface Made {
  readonly data: Assets;
  readonly sheet: Buffer;
  readonly font: Buffer;
}

/** The style sheet, the font and its address, made once for a build. */
export const currentAssets = once(async (): Promise<Made> => {
  const font = await siteFont();
  const fontUrl = `/assets/source-serif-4.${sha256(font).slice(0, 8)}.woff2`;
  const css = await siteStyles(pathPrefix() + fontUrl.slice(1));
  return { data: { fontUrl, css: SHEET }, sheet: Buffer.from(css), font };
});
