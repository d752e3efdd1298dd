import { minify, type Options } from "html-minifier-terser";

/**
 * What the minifier may do, each with its reason. What is not here stays as rendered: quotes and optional tags
 * (validators and the policy's hashes want them), white space inside lines (words would be joined), and the style
 * element (it is lightningcss's job; this minifier empties a sheet with nesting).
 */
const options: Options = {
  collapseWhitespace: true, // between blocks, where it shows nothing
  conservativeCollapse: false,
  removeComments: true, // there are none for readers
  decodeEntities: true, // «æ» is shorter than its entity, and the pages are UTF-8
  sortAttributes: false, // the layouts' own order is already the same on every run
};

/** One page, minified. What a reader sees stays the same; a test compares the visible text. */
export async function minifyPage(html: string): Promise<string> {
  return minify(html, options);
}
