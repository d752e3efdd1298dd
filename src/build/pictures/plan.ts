import type { Photograph, Rendition } from "../../model/site.ts";
import { sha256, versionOf } from "../output/cache.ts";

/**
 * What each format is made with, and its widths in pixels. AVIF at effort 3: 4 takes four times as long for a tenth fewer bytes.
 * The fewer browsers take a format, the fewer widths it has: JPEG is left for those from before 2020, a telephone's and a desktop's.
 */
export const FORMATS = {
  avif: { widths: [360, 600, 750, 1125, 1500, 2000], options: { quality: 50, effort: 3 } },
  webp: { widths: [750, 1125, 2000], options: { quality: 74 } },
  jpeg: { widths: [750, 2000], options: { quality: 76, mozjpeg: true } },
} as const;

/** What stands for all that the originals are made into files by. */
const SETTINGS = JSON.stringify([FORMATS, versionOf("sharp")]);

/** The most pixels that a file has: a tall picture is as large as a wide one. */
const MOST_PIXELS = 3_000_000;

/** What a look at a photograph's original gives: SHA-256 in hexadecimal, upright size in pixels, average colour as `#rrggbb`. */
export interface Looks {
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/**
 * A photograph's files: in every width that the layouts show it in, at one pixel a point or more, and never wider than the original.
 * Their names change with the original, the settings, and the library, which `digest` stands for. They are planned when somebody
 * asks, and are no part of the photograph as JSON: its page is known by what they follow from.
 */
export class PlannedPhotograph implements Photograph {
  readonly file: string;
  readonly digest: string;
  readonly kind = "photograph";
  readonly colour: string;
  readonly width: number;
  readonly height: number;
  #renditions: readonly Rendition[] | undefined;

  constructor(file: string, { digest, width, height, colour }: Looks) {
    this.file = file;
    this.digest = sha256(digest + SETTINGS);
    this.colour = colour;
    this.width = width;
    this.height = height;
  }

  get renditions(): readonly Rendition[] {
    this.#renditions ??= [...this.#plan("avif"), ...this.#plan("webp"), ...this.#plan("jpeg")];
    return this.#renditions;
  }

  get fallback(): Photograph["fallback"] {
    const jpeg = this.#inFormat("jpeg");
    const { url, width, height } = jpeg.reduce((a, b) => (a.width > b.width ? a : b));
    return { url, width, height, srcset: srcset(jpeg) };
  }

  get alternatives(): Photograph["alternatives"] {
    return (["avif", "webp"] as const).map((format) => ({
      type: `image/${format}`,
      srcset: srcset(this.#inFormat(format)),
    }));
  }

  #inFormat(format: keyof typeof FORMATS): readonly Rendition[] {
    return this.renditions.filter((rendition) => rendition.format === format);
  }

  #plan(format: keyof typeof FORMATS): readonly Rendition[] {
    const { width, height } = this;
    const most = Math.min(width, Math.floor(Math.sqrt((MOST_PIXELS * width) / height)));
    const stem = `/assets/${stemOf(this.file)}.${this.digest.slice(0, 10)}`;
    return widthsUpTo(most, FORMATS[format].widths).map((own) => ({
      format,
      width: own,
      height: Math.round((height * own) / width),
      url: `${stem}.${own}.${format === "jpeg" ? "jpg" : format}`,
    }));
  }
}

/** Plans the one file of a drawing. */
export function planDrawing(file: string, svg: string, width: number, height: number): Photograph {
  const digest = sha256(svg);
  const url = `/assets/${stemOf(file)}.${digest.slice(0, 10)}.svg`;
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

/** A file's name, without its folder and its ending. */
function stemOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, file.lastIndexOf("."));
}

function widthsUpTo(most: number, widths: readonly number[]): readonly number[] {
  const smaller = widths.filter((width) => width < most);
  return smaller.length === widths.length ? smaller : [...smaller, most];
}

function srcset(renditions: readonly Rendition[]): string {
  return renditions.map(({ url, width }) => `${url} ${width}w`).join(", ");
}
