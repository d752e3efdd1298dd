import type { Language } from "../../model/language.ts";
import type { ShareImage } from "../../model/site.ts";
import { strings } from "../../strings/strings.ts";
import { colours } from "../format/colours.ts";
import { once } from "../format/once.ts";
import { sha256, versionOf } from "../output/cache.ts";
import { Canvas, HEIGHT, WIDTH } from "./canvas.ts";
import { fit } from "./lines.ts";
import { loadPen, type Pen } from "./pen.ts";

/** In pixels. */
const MARGIN = 80;
const HORIZON = 512;
const SUN = 52;

/** What the drawing depends on beside its words: the first number goes up when it is drawn otherwise. */
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
  const canvas = new Canvas(backdrop(pen));
  const { size, lines } = fit(title, WIDTH - 2 * MARGIN, pen.widthOf);
  const write = (text: string, paint: "ink" | "muted", size: number, x: number, y: number) => {
    for (const [letter, from] of pen.set(text, size))
      if (x + from < WIDTH - MARGIN) canvas.lay(letter, paint, x + from, y);
  };
  for (const [index, line] of lines.entries())
    write(line, "ink", size, MARGIN - size * 0.03, MARGIN + size * (0.75 + 1.08 * index));
  write(eyebrow, "muted", 36, MARGIN, HORIZON + 70);
  return canvas.png();
}

/** What is the same on all of them: the sun above the fjord. */
const backdrop = once(({ draw }: Pen): Canvas => {
  const canvas = new Canvas();
  const sun = draw(`<circle cx="${SUN}" cy="${SUN}" r="${SUN}"/>`, 2 * SUN, 2 * SUN);
  const fjord = draw(`<rect width="${WIDTH}" height="6"/>`, WIDTH, 6);
  canvas.lay(sun, "sun", WIDTH - MARGIN - 2 * SUN, HORIZON - 2 * SUN);
  canvas.lay(fjord, "fjord", 0, HORIZON - 3);
  return canvas;
});
