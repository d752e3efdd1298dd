import { readFileSync } from "node:fs";
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

/** Waits for the leave, as JSON, until the file descriptor ends. Null when the process that gives it is gone. */
export function awaitLeave(descriptor: number): Leave | null {
  return readJson(Leave, readFileSync(descriptor, "utf8"));
}
