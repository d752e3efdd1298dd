import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Sharp } from "sharp";
import type { Photograph, Rendition } from "../../model/site.ts";
import type { CachedFile } from "../output/emit.ts";
import { KeptFiles } from "../output/kept.ts";
import { inPool } from "../output/pool.ts";
import { beginStep } from "../output/steps.ts";
import { AT_ONCE, loadSharp } from "./library.ts";
import { FORMATS } from "./plan.ts";
import { readDrawing } from "./vector.ts";

/**
 * Makes every file of the photographs that the cache does not have whole, and gives all of them by their address.
 * `progress` is told how many are done, of those that had to be made.
 */
export async function encodePhotographs(
  root: string,
  photographs: readonly Photograph[],
  progress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, CachedFile>> {
  const assets = new Map<string, CachedFile>();
  const takeWhole = async (photograph: Photograph): Promise<boolean> => {
    const files = await filesIn(photograph);
    for (const { url } of photograph.renditions) {
      const file = files.find(url);
      if (file === null) return false;
      assets.set(url, file);
    }
    return true;
  };
  const missing: Photograph[] = [];
  await inPool(photographs, 16, async (photograph) => {
    if (!(await takeWhole(photograph))) missing.push(photograph);
  });
  let done = 0;
  await inPool(missing, AT_ONCE, async (photograph) => {
    await encode(root, photograph);
    if (!(await takeWhole(photograph)))
      throw new Error(`The cache has lost the files of ${photograph.file}.`);
    progress(++done, missing.length);
  });
  return assets;
}

/** The files of a photograph that the cache has, by their addresses. */
function filesIn({ digest }: Photograph): Promise<KeptFiles> {
  return KeptFiles.open(["files", digest]);
}

async function encode(root: string, photograph: Photograph): Promise<void> {
  const files = await filesIn(photograph);
  for await (const [{ url, format }, made] of filesOf(root, photograph)) await files.add(url, made, format);
  await files.save();
}

async function* filesOf(root: string, photograph: Photograph): AsyncIterable<readonly [Rendition, Buffer]> {
  if (photograph.kind === "drawing") {
    const text = await readFile(join(root, photograph.file), "utf8");
    const drawing = await readDrawing(text, basename(photograph.file, ".svg"));
    for (const rendition of "svg" in drawing ? photograph.renditions : [])
      yield [rendition, Buffer.from("svg" in drawing ? drawing.svg : "")];
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
  const raw = { width: info.width, height: info.height, channels: info.channels };
  for (const rendition of photograph.renditions) {
    const { width, height, url } = rendition;
    beginStep(`bilde ${url}`);
    const sized = sharp(data, { raw }).resize({ width, height, fit: "fill" });
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
