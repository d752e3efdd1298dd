import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** How much of JavaScript's own memory is still in use when all garbage is collected, in megabytes. */
export function heldMegabytes(): number {
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed / 2 ** 20;
}
