import { colours } from "../format/colours.ts";
import { indexedPng } from "./png.ts";

/** What Open Graph's readers ask for: 1.91 to 1, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** A row of pixels begins with the number of its filter (see `png.ts`). */
const STRIDE = WIDTH + 1;

/** What is drawn with, in the order of the palette: over each what comes after it. */
const paints = ["sun", "fjord", "muted", "ink"] as const;
type Paint = (typeof paints)[number];

/** So many shades each has, from that of the paper to its own: more than the drawing library gives the edges of a shape. */
const SHADES = 64;

const palette = Uint8Array.from(
  paints
    .flatMap((paint) => {
      const [from, to] = [partsOf(colours.paper), partsOf(colours[paint])];
      const part = (index: 0 | 1 | 2, shade: number) =>
        Math.round(from[index] + ((to[index] - from[index]) * shade) / (SHADES - 1));
      return Array.from({ length: SHADES }, (_, shade) => [part(0, shade), part(1, shade), part(2, shade)]);
    })
    .flat(),
);

function partsOf(colour: string): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The pixels that something covers, each as its place in a canvas's rows from that of its origin, and how much of it is covered. */
export interface Shape {
  readonly places: Int32Array;
  readonly shades: Uint8Array;
}

/**
 * The shape in a drawing in any colour on nothing: `pixels` are red, green, blue and opacity, and the origin lies so many pixels from
 * the left and from above.
 */
export function shapeOf(pixels: Uint8Array, width: number, left: number, above: number): Shape {
  const [places, shades]: [number[], number[]] = [[], []];
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    const shade = ((pixels[4 * pixel + 3] ?? 0) * SHADES) >> 8;
    if (shade === 0) continue;
    places.push((Math.floor(pixel / width) - above) * STRIDE + (pixel % width) - left);
    shades.push(shade);
  }
  return { places: Int32Array.from(places), shades: Uint8Array.from(shades) };
}

/** A share picture as it is drawn, on paper. */
export class Canvas {
  readonly #rows: Buffer;

  /** Begins with what is on another. */
  constructor(other?: Canvas) {
    this.#rows = other === undefined ? Buffer.alloc(STRIDE * HEIGHT) : Buffer.from(other.#rows);
  }

  /** Lays a shape in one colour with its origin at a pixel. Where there is something of the same colour, the darker shade stays. */
  lay({ places, shades }: Shape, paint: Paint, x: number, y: number): void {
    const rows = this.#rows;
    const first = paints.indexOf(paint) * SHADES;
    const origin = Math.round(y) * STRIDE + 1 + Math.round(x);
    for (let index = 0; index < places.length; index++) {
      const at = origin + (places[index] ?? 0);
      rows[at] = Math.max(rows[at] ?? 0, first + (shades[index] ?? 0));
    }
  }

  png(): Buffer {
    return indexedPng({ width: WIDTH, height: HEIGHT, palette, rows: this.#rows });
  }
}
