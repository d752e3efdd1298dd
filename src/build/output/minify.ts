import type { Options } from "html-minifier-terser";
import { LITERAL_IN_ATTRIBUTE } from "../format/markup.ts";
import { isLean } from "./lean.ts";

/**
 * What the minifier may do, each with its reason. What is not here stays as rendered: quotes and optional tags
 * (validators and the policy's hashes want them), white space inside lines (words would be joined), and the style
 * element (it is lightningcss's job; this minifier empties a sheet with nesting).
 */
const options: Options = {
  collapseWhitespace: true, // between blocks, where it shows nothing
  decodeEntities: true, // «æ» is shorter than its entity, and the pages are UTF-8
};

/** The ampersands that are escaped without need. In a text more of them need it, and the page is then none that is lean. */
const AMPERSAND = new RegExp(`&amp;(?=${LITERAL_IN_ATTRIBUTE})`, "g");

/**
 * One page, as html-minifier-terser makes it. What a reader sees stays the same; a test compares the visible text. The layouts write
 * so plainly that most pages have nothing to take away: those are told by a look, a hundred times faster than by minifying,
 * and a test holds each of them against the minifier itself.
 */
export function minifyPage(html: string): string | Promise<string> {
  const plain = html.replace(AMPERSAND, "&");
  return isLean(plain) ? plain : minifyFully(html);
}

/** The minifier itself. It is loaded when it is first asked. */
export async function minifyFully(html: string): Promise<string> {
  const { minify } = await import("html-minifier-terser");
  return minify(html, options);
}
