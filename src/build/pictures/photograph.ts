import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Photograph, Rendition } from "../../model/site.ts";
import { cached, sha256 } from "../output/cache.ts";

/** The widths that the layout asks for, in CSS pixels at one and two pixels a point; never more than the original has. */
const WIDTHS = [360, 720, 1080, 1440];
const SIZES = "(min-width: 48rem) 45rem, 100vw";

/** Encoders with their settings. AVIF at effort 4: 6 takes three times as long for one kilobyte. */
const FORMATS = {
  avif: { quality: 50, effort: 4 },
  webp: { quality: 74 },
  jpeg: { quality: 76, mozjpeg: true },
} as const;

/** Reads a photograph's size and plans its files. Throws when the bytes cannot be read as a picture. */
export async function inspectPhotograph(root: string, file: string): Promise<Photograph> {
  const bytes = await readFile(join(root, file));
  const { autoOrient } = await sharp(bytes).metadata();
  const digest = sha256(bytes).toString("hex");
  const name = file.replace(/^.*\/|\.[a-z]+$/g, "");
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, autoOrient.width)))];
  const plan = (format: Rendition["format"]): Rendition[] =>
    widths.map((width) => ({
      format,
      width,
      url: `/assets/${name}.${digest.slice(0, 8)}.${width}.${format}`,
    }));
  const srcset = (renditions: readonly Rendition[]) =>
    renditions.map(({ url, width }) => `${url} ${width}w`).join(", ");
  const [avif, webp, jpeg] = [plan("avif"), plan("webp"), plan("jpeg")];
  const largest = widths.at(-1) ?? autoOrient.width;
  return {
    file,
    digest,
    sizes: SIZES,
    fallback: {
      url: jpeg.at(-1)?.url ?? "",
      srcset: srcset(jpeg),
      width: largest,
      height: Math.round((autoOrient.height * largest) / autoOrient.width),
    },
    alternatives: [
      { type: "image/avif", srcset: srcset(avif) },
      { type: "image/webp", srcset: srcset(webp) },
    ],
    renditions: [...avif, ...webp, ...jpeg],
  };
}

/**
 * Makes every file of a photograph in the output folder: upright, in sRGB, without metadata. Kept in the cache, so that
 * a picture is encoded once.
 */
export async function writeRenditions(root: string, photograph: Photograph, output: string): Promise<void> {
  const original = await readFile(join(root, photograph.file));
  for (const { url, format, width } of photograph.renditions) {
    const settings = JSON.stringify({ format, width, ...FORMATS[format] });
    const file = await cached([original, settings], () =>
      sharp(original).autoOrient().resize({ width }).toFormat(format, FORMATS[format]).toBuffer(),
    );
    const path = join(output, url);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file);
  }
}
