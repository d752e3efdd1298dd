import type { Photograph, Rendition } from "../../model/site.ts";
import { sha256, versionOf } from "../output/cache.ts";

/** What each format is made with, and its widths in pixels. AVIF at effort 3: 4 takes four times as long for a tenth fewer bytes. */
export const FORMATS = {
  avif: { widths: [360, 600, 750, 1125, 1500, 2000], options: { quality: 50, effort: 3 } },
  webp: { widths: [360, 750, 1125, 2000], options: { quality: 74 } },
  jpeg: { widths: [360, 750, 1125, 2000], options: { quality: 76, mozjpeg: true } },
} as const;

/** What stands for all that the originals are made into files by. */
const SETTINGS = JSON.stringify([FORMATS, versionOf("sharp")]);

/** The most pixels that a file has: a tall picture is as large as a wide one. */
const MOST_PIXELS = 3_000_000;

/** A photograph's original: SHA-256 in hexadecimal, upright size in pixels, average colour as `#rrggbb`. */
interface Looks {
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/**
 * Plans the files of a photograph: in every width that the layouts show it in, at one pixel a point or more, and never wider than the original.
 * Their names change with the original, the settings, and the library.
 */
export function planPhotograph(file: string, { digest: original, width, height, colour }: Looks): Photograph {
  const digest = sha256(original + SETTINGS);
  const name = file.replace(/^.*\/|\.[a-z]+$/g, "");
  const most = Math.min(width, Math.floor(Math.sqrt((MOST_PIXELS * width) / height)));
  const plan = (format: keyof typeof FORMATS): readonly Rendition[] =>
    widthsUpTo(most, FORMATS[format].widths).map((own) => ({
      format,
      width: own,
      height: Math.round((height * own) / width),
      url: `/assets/${name}.${digest.slice(0, 10)}.${own}.${format === "jpeg" ? "jpg" : format}`,
    }));
  const [avif, webp, jpeg] = [plan("avif"), plan("webp"), plan("jpeg")];
  const largest = jpeg.reduce((a, b) => (a.width > b.width ? a : b));
  return {
    file,
    digest,
    kind: "photograph",
    colour,
    fallback: { url: largest.url, width: largest.width, height: largest.height, srcset: srcset(jpeg) },
    alternatives: [
      { type: "image/avif", srcset: srcset(avif) },
      { type: "image/webp", srcset: srcset(webp) },
    ],
    renditions: [...avif, ...webp, ...jpeg],
  };
}

/** Plans the one file of a drawing. */
export function planDrawing(file: string, svg: string, width: number, height: number): Photograph {
  const digest = sha256(svg);
  const url = `/assets/${file.replace(/^.*\/|\.[a-z]+$/g, "")}.${digest.slice(0, 10)}.svg`;
  return {
    file,
    digest,
    kind: "drawing",
    colour: null,
    fallback: { url, width, height, srcset: "" },
    alternatives: [],
    renditions: [{ format: "svg", url, width, height }],
  };
}

function widthsUpTo(most: number, widths: readonly number[]): readonly number[] {
  const smaller = widths.filter((width) => width < most);
  return smaller.length === widths.length ? smaller : [...smaller, most];
}

function srcset(renditions: readonly Rendition[]): string {
  return renditions.map(({ url, width }) => `${url} ${width}w`).join(", ");
}
