import { readSync } from "node:fs";
import * as z from "zod";
import { readJson } from "../format/unknown.ts";

/**
 * What the processes of a build say to each other:
 *
 * - The publisher (`cli/build.ts`) starts the maker (`cli/make.ts`) in the sandbox, and tells it two lines: what it has found among
 *   the sources (`sayFound`), and the go-ahead.
 * - The maker answers twice, with an empty line: when all sources have been read, and when all files have been made.
 * - A helper, which the publisher starts for a large site (`--helping`), is told only what was found. It and the maker meet in the
 *   cache, and the maker hears from the publisher when the helper has ended.
 * - Live preview (`cli/start.ts`) has a publisher of its own stand by (`cli/rebuild.ts`), and that one a maker (`--standby`). When
 *   something is to be built, it gives the word, which goes through the publisher to the maker; early pages go the same way back.
 */

/** What the maker is told before it writes anything but the cache. */
const GoAhead = z.object({
  /** How all that stands in the output folder looks (see `lookAtOutput`). */
  looks: z.array(z.string()),
  /** What stands for all that the site is made of; null when nobody asks later whether it is the same. */
  inputs: z.string().nullable(),
  /** Whether a helper makes a part of the pages. */
  helped: z.boolean(),
});
export type GoAhead = z.infer<typeof GoAhead>;

/** The go-ahead in a line of JSON; null for what is none. */
export function readGoAhead(line: string): GoAhead | null {
  return readJson(GoAhead, line);
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

/** What a build that stands by is told when it is to begin. */
const Word = z.object({
  /** The addresses of the pages that it makes first. */
  first: z.array(z.string()),
  /** The folders of content that somebody has touched since it was started. */
  touched: z.array(z.string()),
});
export type Word = z.infer<typeof Word>;

/** Waits for the word of the process that started this one. Null when that process is gone. */
export function wordGiven(): Promise<Word | null> {
  return new Promise((resolve) => {
    // It may be gone before this process could listen.
    if (!process.connected) resolve(null);
    process.once("disconnect", () => resolve(null));
    process.once("message", (word) => {
      // Else waiting for the other's end would keep this process from its own.
      process.removeAllListeners("disconnect");
      resolve(Word.parse(word));
    });
  });
}

/** A page that is told before the others are made. */
export const EarlyPage = z.object({ url: z.string(), html: z.string() });
export type EarlyPage = z.infer<typeof EarlyPage>;
