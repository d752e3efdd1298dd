import { once } from "../format/once.ts";
import { type CachedFile, emitCached, emitFile } from "../output/emit.ts";
import { KeptFiles } from "../output/kept.ts";
import { inPool } from "../output/pool.ts";
import { beginStep } from "../output/steps.ts";
import { encodePhotographs } from "../pictures/encode.ts";
import { icons } from "../pictures/icons.ts";
import { AT_ONCE } from "../pictures/library.ts";
import { drawShareImage } from "../pictures/share.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";
import { waitForHelper } from "./helper.ts";

/** So many share pictures are drawn before the cache knows of them: a build that is stopped loses no more. */
const DRAWN_AT_MOST = 100;

/** Puts the photographs, the icons and the share pictures beside the pages. */
export function picturesPlugin(config: EleventyConfig): void {
  config.on("eleventy.after", async ({ directories }) => {
    await drawMissing();
    for (const [url, file] of await currentPictures()) emitCached(directories.output, url.slice(1), file);
    for (const { url, draw } of icons) emitFile(directories.output, url.slice(1), [await draw()]);
  });
}

/** Every file of the photographs, and every share picture that is drawn already, by their addresses. */
export async function currentPictures(): Promise<ReadonlyMap<string, CachedFile>> {
  const kept = keptPictures();
  const found = (await sharePages()).flatMap(({ shareImage: { url } }) => {
    const file = kept.find(url);
    return file === null ? [] : [[url, file] as const];
  });
  return new Map([...(await currentPhotographs()), ...found]);
}

/** The pictures of this and earlier builds, by their addresses. */
const keptPictures = once(() => new KeptFiles("pictures"));

/** Every file of the photographs, by its address; made once for a build. */
export const currentPhotographs = once(async (): Promise<ReadonlyMap<string, CachedFile>> => {
  const { site } = await currentReading();
  const all = site?.articles.flatMap(({ pictures }) =>
    pictures.flatMap(({ photograph }) => photograph ?? []),
  );
  return encodePhotographs(process.cwd(), all ?? [], keptPictures(), progress("Bilder"));
});

/** A page for each share picture: pages with the same title share one, and nothing leads to that of the page for the lost. */
async function sharePages() {
  const { site } = await currentReading();
  const pages = (site?.pages ?? []).filter((page) => page !== site?.notFoundPage);
  return [...new Map(pages.map((page) => [page.shareImage.url, page])).values()];
}

async function drawMissing(): Promise<void> {
  const kept = keptPictures();
  const missing = (await sharePages()).filter(({ shareImage }) => kept.find(shareImage.url) === null);
  if (missing.length > 0) waitForHelper();
  const tell = progress("Delingsbilder");
  let done = 0;
  await inPool(missing, 2 * AT_ONCE, async ({ shareImage, url }) => {
    beginStep(`tegner delingsbildet til ${url}`);
    kept.add(shareImage.url, await drawShareImage(shareImage), "png");
    if (++done % DRAWN_AT_MOST === 0) kept.save();
    tell(done, missing.length);
  });
  kept.save();
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
