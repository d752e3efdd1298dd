import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Sharp } from "sharp";
import { z } from "zod";
import type { Photograph, Rendition } from "../../model/site.ts";
import { readJson } from "../format/unknown.ts";
import { cacheFile, keep, recall, sha256 } from "../output/cache.ts";
import { type CachedFile, wholeFile } from "../output/emit.ts";
import { inPool } from "../output/pool.ts";
import { beginStep } from "../output/steps.ts";
import { AT_ONCE, loadSharp } from "./library.ts";
import { FORMATS } from "./plan.ts";
import { readDrawing } from "./vector.ts";

const Kept = z.array(
  z.strictObject({
    url: z.string(),
    path: z.string(),
    digest: z.string(),
    bytes: z.number(),
    mtimeMs: z.number(),
  }),
);

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
    const files = await wholeFiles(photograph);
    for (const [url, file] of files ?? []) assets.set(url, file);
    return files !== null;
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

/** The files of a photograph from the cache, by their addresses; null when one of them is missing or damaged. */
async function wholeFiles(photograph: Photograph): Promise<ReadonlyMap<string, CachedFile> | null> {
  const kept = readJson(Kept, String(await recall(["files", photograph.digest])));
  if (kept === null) return null;
  const files = new Map<string, CachedFile>();
  for (const { url, path, bytes, ...noted } of kept) {
    const file = wholeFile(path, { size: bytes, ...noted });
    if (file === null) return null;
    files.set(url, file);
  }
  return files;
}

async function encode(root: string, photograph: Photograph): Promise<void> {
  const files: z.infer<typeof Kept> = [];
  for await (const [{ url, format }, made] of filesOf(root, photograph)) {
    const digest = sha256(made);
    const path = await cacheFile(`${digest}.${format}`, made);
    files.push({ url, path, digest, bytes: made.length, mtimeMs: (await stat(path)).mtimeMs });
  }
  await keep(["files", photograph.digest], Buffer.from(JSON.stringify(files)));
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
