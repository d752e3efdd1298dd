import { pathPrefix } from "./prefix.ts";

/** What the maker knows of its helper (see `helper.ts`). */

let helped = false;
let helperEnded = () => {};

/** Has the maker leave a share of the work to a helper. `ended` waits for its end. */
export function beHelped(ended: () => void): void {
  helped = canShare();
  helperEnded = ended;
}

/** Whether a share of the work is left to a helper. */
export function isHelped(): boolean {
  return helped;
}

/** Waits until the helper, if there is one, has ended. */
export function waitForHelper(): void {
  helperEnded();
}

/** Whether work can be shared. Below a path it cannot: only Eleventy sets that before the addresses. */
export function canShare(): boolean {
  return pathPrefix() === "/";
}
