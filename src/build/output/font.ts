import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import type subsetFont from "subset-font";
import { cached, versionOf } from "./cache.ts";

/** What Norwegian prose needs, with the letters of the neighbours' names. */
const CHARACTERS = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøå0123456789",
  "ÁÄÖÜáäöüÉÈÊÓÒÔéèêóòôàç",
  " \u00a0\u00ad!\"#%&'()*+,-./:;<=>?@[]_«»‘’“”–—…·•×−§²€°",
].join("");

/** Kerning, ligatures and marks, and the four kinds of figures: old-style in prose, lining and tabular in tables. */
const keepFeatures = ["kern", "liga", "ccmp", "locl", "mark", "onum", "lnum", "pnum", "tnum"];

/** The text sizes' optical size for everything; the weights that the styles use. */
const variationAxes = { wght: { min: 400, max: 700 }, opsz: 18 };

/** The site's one font, Source Serif 4, cut to what the site uses: WOFF2 below 25 kB, the same bytes on every run. */
export function siteFont(): Promise<Buffer> {
  return subset("latin", CHARACTERS, { targetFormat: "woff2", variationAxes, keepFeatures });
}

/** The library is loaded when something has to be cut: a build that finds its fonts in the cache does without. */
async function subset(
  script: "latin" | "latin-ext",
  characters: string,
  settings: Parameters<typeof subsetFont>[2],
): Promise<Buffer> {
  const file = `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-opsz-normal.woff2`;
  const font = await readFile(createRequire(import.meta.url).resolve(file));
  return cached([font, JSON.stringify({ characters, settings }), versionOf("subset-font")], async () => {
    // It runs once: to optimise its code first takes half a second, on every core, and saves a tenth of that.
    setFlagsFromString("--liftoff-only");
    const { default: cut } = await import("subset-font");
    return cut(font, characters, settings);
  });
}

/** Sámi and the rest of Latin Extended-A and B. */
const EXTENDED = Array.from({ length: 0x150 }, (_, index) => String.fromCodePoint(0x100 + index)).join("");

/**
 * The same font in the headings' weight for pictures, as two TTF files: first the letters beyond Norwegian, so that the drawing
 * library falls back to them.
 */
export async function shareFonts(): Promise<readonly Buffer[]> {
  const settings = { targetFormat: "sfnt", variationAxes: { wght: 620, opsz: 18 } } as const;
  return [await subset("latin-ext", EXTENDED, settings), await subset("latin", CHARACTERS, settings)];
}
