import { availableParallelism } from "node:os";
import { EnvironmentFault, OTHER_PACKAGES } from "../output/environment.ts";

/**
 * sharp, loaded when a picture has to be opened and not before: it takes a tenth of a second, and most builds open none.
 * It works on one picture a core; the queue sees to the rest.
 */
export async function loadSharp() {
  const { default: sharp } = await import("sharp").catch((cause) => {
    throw new EnvironmentFault(`${OTHER_PACKAGES}: sharp.`, { cause });
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** So many photographs are in memory at once, however many cores there are: one of 40 megapixels takes up to 250 MB. */
export const AT_ONCE = Math.min(availableParallelism(), 4);
