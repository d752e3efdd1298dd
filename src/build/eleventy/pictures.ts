import type { Page } from "../../model/site.ts";
import { once } from "../format/once.ts";
import { type CachedFile, emitCached, emitFile } from "../output/emit.ts";
import { KeptFiles } from "../output/kept.ts";
import { beginStep } from "../output/steps.ts";
import { encodePhotographs } from "../pictures/encode.ts";
import { icons } from "../pictures/icons.ts";
import { drawShareImage } from "../pictures/share.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";
import { isHelped, waitForHelper } from "./helped.ts";

/** So many share pictures are drawn before the cache knows of them: a build that is stopped loses no more. */
const DRAWN_AT_MOST = 1000;

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

type SharePages = readonly Page[];

/** A page for each share picture: pages with the same title share one, and nothing leads to that of the page for the lost. */
async function sharePages(): Promise<SharePages> {
  const { site } = await currentReading();
  const pages = (site?.pages ?? []).filter((page) => page !== site?.notFoundPage);
  return [...new Map(pages.map((page) => [page.shareImage.url, page])).values()];
}

async function missingPictures(): Promise<SharePages> {
  const kept = keptPictures();
  return (await sharePages()).filter(({ shareImage }) => kept.find(shareImage.url) === null);
}

/** Those that the helper draws meanwhile, if there is one. */
function helpersShare(missing: SharePages): SharePages {
  return missing.slice(Math.ceil(missing.length / 2));
}

/** What the helper draws for the maker. */
const lentPictures = () => new KeptFiles("lent pictures");

/** Draws the helper's share of the pictures into the cache. */
export async function drawHelpersShare(): Promise<void> {
  await drawAll(helpersShare(await missingPictures()), lentPictures());
}

async function drawMissing(): Promise<void> {
  const missing = await missingPictures();
  if (missing.length === 0) return;
  const kept = keptPictures();
  const tell = progress("Delingsbilder");
  if (!isHelped()) return drawAll(missing, kept, tell);
  const left = new Set(helpersShare(missing));
  await drawAll(
    missing.filter((page) => !left.has(page)),
    kept,
    tell,
  );
  waitForHelper();
  kept.takeUp(lentPictures());
  await drawAll(await missingPictures(), kept, tell);
}

async function drawAll(pages: SharePages, into: KeptFiles, tell = (_done: number, _total: number) => {}) {
  let done = 0;
  for (const { shareImage, url } of pages) {
    beginStep(`tegner delingsbildet til ${url}`);
    into.add(shareImage.url, await drawShareImage(shareImage), "png");
    if (++done % DRAWN_AT_MOST === 0) into.save();
    tell(done, pages.length);
  }
  into.save();
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
