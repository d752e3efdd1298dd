import { readSync } from "node:fs";
import * as z from "zod";
import { readJson } from "../format/unknown.ts";

/** What a build is told before it writes anything but the cache. */
const Leave = z.object({
  /** How all that stands in the output folder looks (see `lookAtOutput`). */
  looks: z.array(z.string()),
  /** What stands for all that the site is made of; null when nobody asks later whether it is the same. */
  inputs: z.string().nullable(),
  /** Whether another process makes a part of the pages. */
  helped: z.boolean(),
});
export type Leave = z.infer<typeof Leave>;

/** The leave in a line of JSON; null for what is none. */
export function readLeave(line: string): Leave | null {
  return readJson(Leave, line);
}

/** What is read at a time, in bytes. */
const AT_ONCE = 2 ** 18;
const LINE_END = 10;

/** Reads what another process tells on a file descriptor, a line each time it is asked. It waits, and gives null when the other is gone. */
export function listenTo(descriptor: number): () => string | null {
  let heard = Buffer.alloc(0);
  return () => {
    for (;;) {
      const end = heard.indexOf(LINE_END);
      if (end !== -1) {
        const line = heard.toString("utf8", 0, end);
        heard = heard.subarray(end + 1);
        return line;
      }
      const part = Buffer.alloc(AT_ONCE);
      const length = readSync(descriptor, part);
      if (length === 0) return null;
      heard = Buffer.concat([heard, part.subarray(0, length)]);
    }
  };
}
