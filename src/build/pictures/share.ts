import type { Language } from "../../model/language.ts";
import type { ShareImage } from "../../model/site.ts";
import { strings } from "../../strings/strings.ts";
import { colours } from "../format/colours.ts";
import { once } from "../format/once.ts";
import { softHyphenate } from "../format/syllables.ts";
import { remembering } from "../format/text.ts";
import { cacheFile, sha256, versionOf } from "../output/cache.ts";
import { shareFonts } from "../output/font.ts";
import { indexedPng } from "./png.ts";

/** What Open Graph's readers ask for: 1.91 to 1, in pixels. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;
const HORIZON = 512;
const SUN = 52;

/** The sizes a title is set in, in pixels, with the most lines that each has room for above the sun. */
const SIZES = [
  { size: 124, lines: 2 },
  { size: 92, lines: 3 },
  { size: 74, lines: 4 },
  { size: 58, lines: 5 },
  { size: 46, lines: 6 },
] as const;

/** What the drawing depends on beside its words: the first number goes up when this file draws it otherwise. */
const EDITION = [
  4,
  versionOf("@resvg/resvg-js"),
  versionOf("@fontsource-variable/source-serif-4"),
  Object.values(colours),
] as const;

/** Plans a page's share picture: its address follows from what is drawn. */
export function planShareImage(
  { title, language }: { readonly title: string; readonly language: Language },
  eyebrow: string,
): ShareImage {
  const digest = sha256(JSON.stringify([EDITION, title, eyebrow])).slice(0, 12);
  return {
    url: `/assets/share.${digest}.png`,
    width: WIDTH,
    height: HEIGHT,
    alt: strings[language].shareImage(title, eyebrow),
    title,
    eyebrow,
  };
}

/** Draws a share picture as a PNG, the same bytes on every run. */
export async function drawShareImage({ title, eyebrow }: ShareImage): Promise<Buffer> {
  const pen = await loadPen();
  const { size, lines } = fit(title, pen.widthOf);
  const rows = Buffer.from(await backdropOf(eyebrow, pen));
  const baseline = (line: number) => MARGIN + size * (0.75 + 1.08 * line);
  const text = lines.map((line, index) => textAt(MARGIN - size * 0.03, baseline(index), size, line));
  const bottom = Math.ceil(baseline(lines.length - 0.6));
  await pen.draw(rows, { paint: "ink", top: MARGIN / 2, bottom }, text.join(""));
  return indexedPng({ width: WIDTH, height: HEIGHT, palette, rows });
}

/** What is drawn, and in which order the palette has its colours. */
const paints = ["ink", "muted", "fjord", "sun"] as const;

/** So many shades each has, from that of the paper to its own: more than the drawing library gives the edges of letters. */
const SHADES = 64;

const palette = paints.flatMap((paint) => {
  const [from, to] = [partsOf(colours.paper), partsOf(colours[paint])];
  const part = (index: 0 | 1 | 2, shade: number) =>
    Math.round(from[index] + ((to[index] - from[index]) * shade) / (SHADES - 1));
  return Array.from(
    { length: SHADES },
    (_, shade) => [part(0, shade), part(1, shade), part(2, shade)] as const,
  );
});

function partsOf(colour: string): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A row of pixels begins with the number of its filter. */
const STRIDE = WIDTH + 1;

/** Between which rows something is drawn, and in which colour. */
interface Layer {
  readonly paint: (typeof paints)[number];
  readonly top: number;
  readonly bottom: number;
}

/** The drawing library with the site's fonts. */
interface Pen {
  /** A text's width, in parts of its size. */
  widthOf(text: string): number;
  /** Draws SVG over what is there, in one colour. */
  draw(rows: Buffer, layer: Layer, drawn: string): Promise<void>;
}

const loadPen = once(async (): Promise<Pen> => {
  const { Resvg, renderAsync } = await import("@resvg/resvg-js");
  const fonts = await shareFonts();
  const fontFiles = fonts.map((font) => cacheFile(`${sha256(font)}.ttf`, [font]));
  const options = { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Serif 4" } };
  const bounds = (text: string) =>
    (new Resvg(svg(0, HEIGHT, textAt(0, 100, 100, text)), options).getBBox()?.width ?? 0) / 100;
  // Between two letters, so that nothing of it, as a space, is outside of what is seen.
  const advance = remembering((part) => bounds(`n${part}n`) - bounds("nn"));
  return {
    widthOf: (text) => text.split(/(?= )|(?<= )/).reduce((width, part) => width + advance(part), 0),
    async draw(rows, layer, drawn) {
      const { pixels } = await renderAsync(svg(layer.top, layer.bottom, drawn), options);
      cover(rows, layer, pixels);
    },
  };
});

/** Lays a colour on the pixels of which something is covered; `pixels` are red, green, blue and opacity. */
function cover(rows: Buffer, { paint, top, bottom }: Layer, pixels: Uint8Array): void {
  const first = paints.indexOf(paint) * SHADES;
  let at = 3;
  for (let row = top; row < bottom; row++)
    for (let pixel = row * STRIDE + 1; pixel < (row + 1) * STRIDE; pixel++, at += 4) {
      const covered = pixels[at] ?? 0;
      if (covered > 0) rows[pixel] = first + ((covered * SHADES) >> 8);
    }
}

/** What is the same on all pages with the same eyebrow. */
async function backdrop(eyebrow: string, { draw }: Pen): Promise<Buffer> {
  const rows = Buffer.alloc(STRIDE * HEIGHT);
  const sun = `<circle cx="${WIDTH - MARGIN - SUN}" cy="${HORIZON - SUN}" r="${SUN}"/>`;
  await draw(rows, { paint: "sun", top: HORIZON - 2 * SUN, bottom: HORIZON }, sun);
  await draw(
    rows,
    { paint: "fjord", top: HORIZON - 3, bottom: HORIZON + 3 },
    `<rect y="${HORIZON - 3}" width="${WIDTH}" height="6"/>`,
  );
  await draw(
    rows,
    { paint: "muted", top: HORIZON + 20, bottom: HEIGHT },
    textAt(MARGIN, HORIZON + 70, 36, eyebrow),
  );
  return rows;
}

/** The backdrop that was drawn last: the pages of an edition come one after another. */
let last: { readonly eyebrow: string; readonly drawn: Promise<Buffer> } | undefined;

function backdropOf(eyebrow: string, pen: Pen): Promise<Buffer> {
  if (last?.eyebrow !== eyebrow) last = { eyebrow, drawn: backdrop(eyebrow, pen) };
  return last.drawn;
}

/** Sets a title in the largest size that it has room in; cuts it when there is none. */
function fit(
  title: string,
  widthOf: Pen["widthOf"],
): { readonly size: number; readonly lines: readonly string[] } {
  let set: { size: number; lines: readonly string[] } = { size: 0, lines: [] };
  for (const { size, lines: most } of SIZES) {
    const lines = wrap(title, (WIDTH - 2 * MARGIN) / size, widthOf);
    if (lines.length <= most) return { size, lines: balance(title, lines, widthOf) };
    set = { size, lines: [...lines.slice(0, most - 1), `${lines[most - 1]} …`] };
  }
  return set;
}

/** The same lines made as even as they go: set narrower for as long as there are no more of them, and no more words are broken. */
function balance(title: string, lines: readonly string[], widthOf: Pen["widthOf"]): readonly string[] {
  const room = Math.max(...lines.map(widthOf)) - 0.01;
  if (title.split(" ").some((word) => widthOf(word) > room)) return lines;
  const narrower = wrap(title, room, widthOf);
  return narrower.length > lines.length ? lines : balance(title, narrower, widthOf);
}

/** Breaks a title into lines that fit, between words, and inside a long word at its syllables. */
function wrap(title: string, room: number, widthOf: Pen["widthOf"]): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of title.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (widthOf(word) <= room) {
      if (line !== "") lines.push(line);
      line = word;
      continue;
    }
    // Wider than a whole line: as many syllables as there is room for, then on with the rest.
    line = line === "" ? "" : `${line} `;
    for (const syllable of softHyphenate(word, "nb").split("\u00ad")) {
      if (widthOf(`${line}${syllable}-`) <= room) line += syllable;
      else {
        lines.push(line.endsWith(" ") ? line.trim() : `${line}-`);
        line = syllable;
      }
    }
  }
  return [...lines, line];
}

/** What is between two rows of pixels, as black on nothing: how much of a pixel is covered is its opacity. */
function svg(top: number, bottom: number, drawn: string): string {
  const height = bottom - top;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 ${top} ${WIDTH} ${height}">${drawn}</svg>`;
}

function textAt(x: number, y: number, size: number, text: string): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" font-size="${size}" letter-spacing="${-size * 0.02}">${escaped}</text>`;
}
