import type { DefaultTreeAdapterTypes } from "parse5";
import { attributesOf, type Piece, perTag, readPlainMarkup } from "../format/markup.ts";

const GLOBAL = "class id lang role tabindex".split(" ");
const ARIA = "aria-current aria-hidden aria-label aria-labelledby aria-describedby".split(" ");
const SHAPE = "x y cx cy r rx ry x1 x2 y1 y2 width height d points".split(" ");
const PAINT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "opacity", "transform"];
const IMAGE = ["src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding", "fetchpriority"];

/** Every element that a page may have, with its attributes beyond the global ones. What is not here is refused. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...elements(
    "head title style body header nav main article section aside footer div span p h1 h2 h3 h4 h5 h6",
  ),
  ...elements(
    "ul li dl dt dd b i em strong small sub sup s del mark figure figcaption blockquote pre code br hr",
  ),
  ...elements("table caption thead tbody tr"),
  ...elements("td th", ["scope", "colspan", "rowspan"]),
  ...elements("svg", ["viewbox", "xmlns", "width", "height"]),
  ...elements("g defs desc", PAINT),
  ...elements("path circle ellipse rect line polyline polygon", [...SHAPE, ...PAINT]),
  ...elements("pattern", [...SHAPE, "patternunits"]),
  ...elements("picture"),
  html: [],
  script: ["type"],
  meta: ["charset", "name", "content", "property", "media"],
  link: ["rel", "href", "as", "type", "crossorigin", "sizes", "hreflang", "title"],
  a: ["href", "hreflang", "rel", "download"],
  ol: ["start"],
  time: ["datetime"],
  img: IMAGE,
  source: ["type", "srcset", "sizes"],
};

/** Attributes that hold addresses, and the only forms these may have. */
const ADDRESSES = ["href", "src", "srcset"];
const ADDRESS = /^(?:https?:\/\/[^/\s]|mailto:|tel:|#|\/(?![/\\]))/i;

/**
 * Reads a finished page as a browser would and names every element, attribute and address that no page of this site has:
 * the net below the contract, should anything hostile ever get through it. Empty when the page is as it should be.
 */
export async function foreignMarkup(html: string): Promise<readonly string[]> {
  // A page that every parser reads alike need not be parsed to be seen through; all else is, and the parser loaded for it.
  const pieces = readPlainMarkup(html);
  if (pieces !== null && isOwnMarkup(pieces)) return [];
  const { parse } = await import("parse5");
  return [...foreignBelow(parse(html))];
}

function isOwnMarkup(pieces: readonly Piece[]): boolean {
  const body = pieces.findIndex(({ tag }) => tag.name === "body");
  return pieces.every(({ tag }, index) => {
    if (tag.closing) return true;
    if (tag.name === "style" && index > body) return false;
    if (tag.name === "script" && (index > body || !isData(tag.attributes, pieces[index + 1]?.text ?? "")))
      return false;
    return isOwnTag(tag);
  });
}

const isOwnTag = perTag((tag) => foreignIn(tag.name, attributesOf(tag)).next().done === true);

function* foreignBelow(node: DefaultTreeAdapterTypes.ParentNode): Iterable<string> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield* foreignIn(
      child.tagName,
      child.attrs.map(({ name, value }) => [name, value] as const),
    );
    if (child.tagName === "style" && !isInHead(child)) yield "<style>";
    if (child.tagName === "script" && !isDataBlock(child)) yield "<script>";
    yield* foreignBelow(child);
  }
}

function isInHead({ parentNode }: DefaultTreeAdapterTypes.Element): boolean {
  return parentNode !== null && "tagName" in parentNode && parentNode.tagName === "head";
}

function isDataBlock(script: DefaultTreeAdapterTypes.Element): boolean {
  const attributes = script.attrs.map(({ name, value }) => ` ${name}="${value}"`).join("");
  const [text] = script.childNodes;
  return isInHead(script) && text !== undefined && "value" in text && isData(attributes, text.value);
}

/** Whether a script element is the one kind that runs nothing: structured data, as JSON without «<». */
function isData(attributes: string, text: string): boolean {
  return attributes === ' type="application/ld+json"' && !text.includes("<") && isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What of a start tag is no part of this site's pages. */
function* foreignIn(
  element: string,
  attributes: Iterable<readonly [name: string, value: string]>,
): Iterator<string> & Iterable<string> {
  const allowed = Object.hasOwn(ALLOWED, element) ? ALLOWED[element] : undefined;
  if (allowed === undefined) yield `<${element}>`;
  else {
    for (const [name, value] of attributes) {
      const known = allowed.includes(name.toLowerCase()) || GLOBAL.includes(name) || ARIA.includes(name);
      if (!known || !isHarmless(name, value)) yield `<${element} ${name}="${value}">`;
    }
  }
}

function isHarmless(name: string, value: string): boolean {
  if (!ADDRESSES.includes(name)) return true;
  const addresses = name === "srcset" ? value.split(",") : [value];
  return addresses.every((address) => ADDRESS.test(address.trim()));
}

function elements(names: string, attributes: readonly string[] = []): Record<string, readonly string[]> {
  return Object.fromEntries(names.split(" ").map((name) => [name, attributes]));
}
