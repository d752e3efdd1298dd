import { type CachedFile, emitCached, emitFile } from "../output/emit.ts";
import { inPool } from "../output/pool.ts";
import { beginStep } from "../output/steps.ts";
import { encodePhotographs } from "../pictures/encode.ts";
import { icons } from "../pictures/icons.ts";
import { AT_ONCE } from "../pictures/library.ts";
import { drawShareImage } from "../pictures/share.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";

/** Makes the photographs' files before the pages, which tell their sizes; puts them, the icons and the share pictures beside the pages. */
export function picturesPlugin(config: EleventyConfig): void {
  // A map, which Eleventy hands on as it is: it would merge an object key by key.
  config.addGlobalData("pictureSizes", currentPictureSizes);
  config.on("eleventy.after", async ({ directories }) => {
    for (const [url, file] of await currentPhotographs()) emitCached(directories.output, url.slice(1), file);
    const { site } = await currentReading();
    for (const { url, draw } of icons) await emitFile(directories.output, url, await draw());
    const pages = site?.pages ?? [];
    const tell = progress("Delingsbilder");
    let done = 0;
    await inPool(pages, 2 * AT_ONCE, async ({ shareImage, url }) => {
      beginStep(`tegner delingsbildet til ${url}`);
      await emitFile(directories.output, shareImage.url, await drawShareImage(shareImage));
      tell(++done, pages.length);
    });
  });
}

/** The size of every file of the photographs, in bytes, by its address. */
export async function currentPictureSizes(): Promise<ReadonlyMap<string, number>> {
  return new Map([...(await currentPhotographs())].map(([url, { size }]) => [url, size]));
}

let made: Promise<ReadonlyMap<string, CachedFile>> | undefined;

/** Every file of the photographs, by its address; made once for a build. */
export function currentPhotographs(): Promise<ReadonlyMap<string, CachedFile>> {
  made ??= encodeAll();
  return made;
}

async function encodeAll(): Promise<ReadonlyMap<string, CachedFile>> {
  const { site } = await currentReading();
  const photographs = site?.articles.flatMap(({ pictures }) =>
    pictures.flatMap(({ photograph }) => photograph ?? []),
  );
  return encodePhotographs(process.cwd(), photographs ?? [], progress("Bilder"));
}

/** Says how far long work has come, «Bilder: 12 av 40», each few seconds, and nothing when it is soon done. */
function progress(what: string): (done: number, total: number) => void {
  let told = performance.now();
  return (done, total) => {
    if (performance.now() - told < 3000) return;
    told = performance.now();
    console.error(`${what}: ${done} av ${total}`);
  };
}
