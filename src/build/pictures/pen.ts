import { once } from "../format/once.ts";
import { remembering } from "../format/text.ts";
import { cacheFile, sha256 } from "../output/cache.ts";
import { shareFonts } from "../output/font.ts";
import { type Shape, shapeOf } from "./canvas.ts";

/** Draws, and sets text in the site's font. Each letter is drawn and measured once: thousands of titles have a hundred of them. */
export interface Pen {
  /** What SVG without colours draws on so many pixels, with its origin in the upper left corner. */
  draw(drawn: string, width: number, height: number): Shape;
  /** The letters of a text in a size, in pixels, and how far from its beginning the origin of each stands on its line. */
  set(text: string, size: number): Iterable<readonly [letter: Shape, x: number]>;
  /** A text's width, in parts of its size. */
  widthOf(text: string): number;
}

/** Letters stand so much closer than in running text, in parts of their size. */
const CLOSER = 0.02;

/** The size in which letters are measured, in pixels. */
const MEASURED = 100;

/** A letter, with the marks that are set on it. */
const LETTERS = /\P{M}\p{M}*/gu;

/** The pen, with the drawing library, which is loaded when something has to be drawn. */
export const loadPen = once(async (): Promise<Pen> => {
  const { Resvg } = await import("@resvg/resvg-js");
  const fonts = await shareFonts();
  const fontFiles = fonts.map((font) => cacheFile(`${sha256(font)}.ttf`, [font]));
  const options = { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Serif 4" } };
  const open = (drawn: string, width: number, height: number) => {
    const size = `width="${width}" height="${height}"`;
    return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawn}</svg>`, options);
  };

  const draw = (drawn: string, width: number, height: number, left = 0, above = 0) =>
    shapeOf(open(drawn, width, height).render().pixels, width, left, above);

  const shapeOfLetter = remembering((letterAndSize) => {
    const [, letter = "", size = 0] = /^(.*) (\d+)$/s.exec(letterAndSize) ?? [];
    const [left, above] = [Math.ceil(Number(size) / 2), Math.ceil(Number(size) * 1.2)];
    return draw(textAt(left, above, Number(size), letter), 5 * left, 2 * above, left, above);
  });

  /** Where what is seen of some letters ends, with another after them, for a space is not seen. */
  const endOf = remembering((letters) => {
    const box = open(textAt(0, MEASURED, MEASURED, `${letters}n`), MEASURED, MEASURED).getBBox();
    return box === undefined ? 0 : (box.x + box.width) / MEASURED;
  });

  /** Each letter of a text, and the distance from its origin to the next one's, in parts of the size: some pairs stand closer. */
  const steps = (text: string) => {
    const letters = text.match(LETTERS) ?? [];
    return letters.map((letter, index) => {
      const next = letters[index + 1] ?? "";
      return [letter, endOf(letter + next) - endOf(next)] as const;
    });
  };
  const widthOfWord = remembering((word) => steps(word).reduce((width, [, step]) => width + step, 0));

  return {
    draw,
    *set(text, size) {
      let x = 0;
      for (const [letter, step] of steps(text)) {
        yield [shapeOfLetter(`${letter} ${size}`), x];
        x += step * size;
      }
    },
    widthOf: (text) => text.split(/(?= )/).reduce((width, word) => width + widthOfWord(word), 0),
  };
});

function textAt(x: number, y: number, size: number, text: string): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text xml:space="preserve" x="${x}" y="${y}" font-size="${size}" letter-spacing="${-size * CLOSER}">${escaped}</text>`;
}
