import type { Language } from "../../model/language.ts";
import type { ShareImage } from "../../model/site.ts";
import { strings } from "../../strings/strings.ts";
import { colours } from "../format/colours.ts";
import { once } from "../format/once.ts";
import { softHyphenate } from "../format/syllables.ts";
import { cacheFile, sha256, versionOf } from "../output/cache.ts";
import { shareFonts } from "../output/font.ts";
import { loadSharp } from "./library.ts";

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
  3,
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
export async function drawShareImage(image: ShareImage): Promise<Buffer> {
  const { measure, render } = await loadPen();
  const { pixels, width, height } = await render(drawing(image, measure));
  const sharp = await loadSharp();
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Gives a text's width, in parts of its size. */
type Measure = (text: string) => number;

/** The drawing library with the site's fonts. */
const loadPen = once(async () => {
  const { Resvg, renderAsync } = await import("@resvg/resvg-js");
  const fonts = await shareFonts();
  const fontFiles = fonts.map((font) => cacheFile(`${sha256(font)}.ttf`, [font]));
  const options = { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Serif 4" } };
  const measure: Measure = (text) =>
    (new Resvg(svg(textAt(0, 100, 100, text)), options).getBBox()?.width ?? 0) / 100;
  return { measure, render: (drawn: string) => renderAsync(drawn, options) };
});

function drawing({ title, eyebrow }: ShareImage, measure: Measure): string {
  const { size, lines } = fit(title, measure);
  const text = lines.map((line, index) =>
    textAt(MARGIN - size * 0.03, MARGIN + size * (0.75 + 1.08 * index), size, line),
  );
  return svg(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.paper}"/>`,
    `<circle cx="${WIDTH - MARGIN - SUN}" cy="${HORIZON - SUN}" r="${SUN}" fill="${colours.sun}"/>`,
    `<path d="M0 ${HORIZON}h${WIDTH}" stroke="${colours.fjord}" stroke-width="6"/>`,
    ...text,
    `<g fill="${colours.muted}">${textAt(MARGIN, HORIZON + 70, 36, eyebrow)}</g>`,
  );
}

/** Sets a title in the largest size that it has room in; cuts it when there is none. */
function fit(title: string, measure: Measure): { readonly size: number; readonly lines: readonly string[] } {
  const widths = new Map<string, number>();
  const widthOf = (text: string): number => {
    const width = widths.get(text) ?? measure(text);
    widths.set(text, width);
    return width;
  };
  let set: { size: number; lines: readonly string[] } = { size: 0, lines: [] };
  for (const { size, lines: most } of SIZES) {
    const lines = wrap(title, (WIDTH - 2 * MARGIN) / size, widthOf);
    if (lines.length <= most) return { size, lines: balance(title, lines, widthOf) };
    set = { size, lines: [...lines.slice(0, most - 1), `${lines[most - 1]} …`] };
  }
  return set;
}

/** The same lines made as even as they go: set narrower for as long as there are no more of them, and no more words are broken. */
function balance(title: string, lines: readonly string[], widthOf: Measure): readonly string[] {
  const room = Math.max(...lines.map(widthOf)) - 0.01;
  if (title.split(" ").some((word) => widthOf(word) > room)) return lines;
  const narrower = wrap(title, room, widthOf);
  return narrower.length > lines.length ? lines : balance(title, narrower, widthOf);
}

/** Breaks a title into lines that fit, between words, and inside a long word at its syllables. */
function wrap(title: string, room: number, widthOf: Measure): readonly string[] {
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

function svg(...parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" fill="${colours.ink}">${parts.join("")}</svg>`;
}

function textAt(x: number, y: number, size: number, text: string): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" font-size="${size}" letter-spacing="${-size * 0.02}">${escaped}</text>`;
}
