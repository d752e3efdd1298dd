import { availableParallelism } from "node:os";
import type { Sharp, SharpOptions } from "sharp";

type Open = (input: Buffer, options?: SharpOptions) => Sharp;

let loaded: Promise<Open> | undefined;

/**
 * sharp, loaded when a picture has to be opened and not before: it takes a tenth of a second, and most builds open none.
 * It works on one picture a core; the queue sees to the rest.
 */
export function loadSharp(): Promise<Open> {
  loaded ??= import("sharp").then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loaded;
}

/** So many photographs are in memory at once, however many cores there are: one of 40 megapixels takes up to 250 MB. */
export const AT_ONCE = Math.min(availableParallelism(), 4);
