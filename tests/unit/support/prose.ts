import { parseProse, renderProse } from "../../../src/build/markdown/render.ts";
import type { Prose } from "../../../src/model/site.ts";
import { makePerson, makePicture } from "./samples.ts";

/** Markdown set as a page sets it. Every picture and person exists; a link stays as written; citations are number 1. */
export function setProse(body: string): Prose {
  return renderProse(parseProse(body, "nb"), {
    link: (target) => target,
    picture: (id) => makePicture({ id }),
    person: (id) => makePerson({ id }),
    citation: () => 1,
  });
}

/** All HTML of a piece of Markdown, statements included. */
export function html(body: string): string {
  return setProse(body)
    .blocks.map((block) => (block.kind === "picture" ? "" : block.html))
    .join("");
}

/** The rules that a piece of Markdown breaks, each with its line from 0. */
export function faults(body: string): readonly string[] {
  return parseProse(body, "nb").faults.map(({ rule, line }) => `${rule} ${line}`);
}
