import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Sharp } from "sharp";
import type { Photograph, Rendition } from "../../model/site.ts";
import type { CachedFile } from "../output/emit.ts";
import type { KeptFiles } from "../output/kept.ts";
import { inPool } from "../output/pool.ts";
import { beginStep } from "../output/steps.ts";
import { AT_ONCE, loadSharp } from "./library.ts";
import { FORMATS } from "./plan.ts";
import { readDrawing } from "./vector.ts";

/**
 * Makes every file of the photographs that is not `kept` already, each by its address, which stands for its original and all settings,
 * and gives all of them by it. `progress` is told how many are done, of those that had to be made.
 */
export async function encodePhotographs(
  root: string,
  photographs: readonly Photograph[],
  kept: KeptFiles,
  progress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, CachedFile>> {
  const missing = photographs.filter(({ renditions }) => !renditions.every(({ url }) => kept.find(url)));
  let done = 0;
  await inPool(missing, AT_ONCE, async (photograph) => {
    for await (const [{ url, format }, made] of filesOf(root, photograph)) kept.add(url, made, format);
    // At once: a build that is stopped loses no more than it is at.
    kept.save();
    progress(++done, missing.length);
  });
  const assets = photographs.flatMap(({ file, renditions }) =>
    renditions.map(({ url }) => {
      const found = kept.find(url);
      if (found === null) throw new Error(`The cache has lost the files of ${file}.`);
      return [url, found] as const;
    }),
  );
  return new Map(assets);
}

async function* filesOf(root: string, photograph: Photograph): AsyncIterable<readonly [Rendition, Buffer]> {
  if (photograph.kind === "drawing") {
    const text = await readFile(join(root, photograph.file), "utf8");
    const drawing = await readDrawing(text, basename(photograph.file, ".svg"));
    if ("svg" in drawing)
      for (const rendition of photograph.renditions) yield [rendition, Buffer.from(drawing.svg)];
    return;
  }
  const sharp = await loadSharp();
  const original = sharp(await readFile(join(root, photograph.file)), { failOn: "truncated" });
  const widest = Math.max(...photograph.renditions.map(({ width }) => width));
  // Decoded once, upright and in sRGB, without any of its metadata; every file is made from these pixels.
  const { data, info } = await original
    .autoOrient()
    .resize({ width: widest })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const rendition of photograph.renditions) {
    const { width, height, url } = rendition;
    beginStep(`bilde ${url}`);
    const sized = sharp(data, { raw: info }).resize({ width, height, fit: "fill" });
    yield [rendition, await inFormat(sized, rendition).toBuffer()];
  }
}

function inFormat(picture: Sharp, { format }: Rendition): Sharp {
  switch (format) {
    case "avif":
      return picture.avif(FORMATS.avif.options);
    case "webp":
      return picture.webp(FORMATS.webp.options);
    default:
      return picture.flatten({ background: "#fff" }).jpeg(FORMATS.jpeg.options);
  }
}
