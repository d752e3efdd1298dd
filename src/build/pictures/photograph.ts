import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { Photograph, Rendition } from "../../model/site.ts";
import { cached, sha256 } from "../output/cache.ts";
import { emitFile } from "../output/emit.ts";

/** The widths that the layout asks for, in CSS pixels at one and two pixels a point; never more than the original has. */
const WIDTHS = [360, 720, 1080, 1440];
const SIZES = "(min-width: 48rem) 45rem, 100vw";

/** Encoders with their settings. AVIF at effort 4: 6 takes three times as long for one kilobyte. */
const FORMATS = {
  avif: { quality: 50, effort: 4 },
  webp: { quality: 74 },
  jpeg: { quality: 76, mozjpeg: true },
} as const;

/** Why a file cannot be used as a photograph, in words for an editor. */
export interface PictureFault {
  readonly rule: "damaged-picture" | "picture-type" | "picture-size";
  readonly message: string;
}

/** Smaller pictures look poor; larger ones take more memory than a build should need. */
const SMALLEST_WIDTH = 600;
const MOST_PIXELS = 40_000_000;

/** The formats that each file name ending may hold, as sharp names them. */
const FORMATS_OF: Readonly<Record<string, string>> = {
  jpg: "jpeg",
  jpeg: "jpeg",
  png: "png",
  webp: "webp",
  avif: "heif",
};

/**
 * Reads a photograph whole and plans its files; or says why it cannot be used: damaged, of another type than its name
 * says, too small or too large.
 */
export async function inspectPhotograph(
  root: string,
  file: string,
): Promise<Photograph | { readonly fault: PictureFault }> {
  const bytes = await readFile(join(root, file));
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (metadata === null)
    return {
      fault: {
        rule: "damaged-picture",
        message: "Filen kan ikke leses som et bilde. Kanskje er den skadet.",
      },
    };
  const { format, autoOrient, pages } = metadata;
  const extension = file.slice(file.lastIndexOf(".") + 1);
  if (format !== FORMATS_OF[extension]) {
    return {
      fault: {
        rule: "picture-type",
        message: `Filen heter .${extension}, men inneholder ${format}. Gi den riktig endelse.`,
      },
    };
  }
  if ((pages ?? 1) > 1)
    return { fault: { rule: "picture-type", message: "Bildet er animert. Bruk et bilde som står stille." } };
  const size = `${autoOrient.width} × ${autoOrient.height} piksler`;
  if (autoOrient.width < SMALLEST_WIDTH) {
    return {
      fault: {
        rule: "picture-size",
        message: `Bildet er for lite: ${size}. Det må være minst ${SMALLEST_WIDTH} piksler bredt.`,
      },
    };
  }
  if (autoOrient.width * autoOrient.height > MOST_PIXELS) {
    return {
      fault: { rule: "picture-size", message: `Bildet er for stort: ${size}. Grensen er 40 megapiksler.` },
    };
  }
  const whole = await sharp(bytes, { failOn: "truncated" })
    .stats()
    .catch(() => null);
  if (whole === null)
    return {
      fault: {
        rule: "damaged-picture",
        message: "Bildet er skadet: Slutten mangler. Legg inn filen på nytt.",
      },
    };
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
    await emitFile(output, url, file);
  }
}
