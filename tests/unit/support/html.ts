import assert from "node:assert/strict";
import { type DefaultTreeAdapterMap, defaultTreeAdapter as dom, parse, parseFragment } from "parse5";
import type { VNode } from "preact";
import { writeHtml } from "../../../src/build/format/elements.ts";

export type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];
type Parent = DefaultTreeAdapterMap["parentNode"];

/** Markup as a browser reads it; a whole document when it has an html element, else a fragment. */
export function read(markup: VNode | string): Parent {
  const html = typeof markup === "string" ? markup : writeHtml(markup);
  return /^(?:<!doctype html>)?<html/.test(html) ? parse(html) : parseFragment(html);
}

/** Every element, in the order of the document. */
export function elements(markup: VNode | string): readonly Element[] {
  const below = (parent: Parent): Element[] =>
    parent.childNodes.flatMap((node) => (dom.isElementNode(node) ? [node, ...below(node)] : []));
  return below(read(markup));
}

/** Every element of a name, and of a class when one is given: «path», «path.rings». */
export function named(markup: VNode | string, name: string): readonly Element[] {
  const [tag, className] = name.split(".");
  return elements(markup).filter(
    (element) =>
      element.tagName === tag &&
      (className === undefined || attribute(element, "class")?.split(" ").includes(className)),
  );
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** All attribute values of one name, in the order of the document. */
export function values(markup: VNode | string, name: string): readonly string[] {
  return elements(markup).flatMap((element) => attribute(element, name) ?? []);
}

/** All text below a node, as it stands. */
export function text(node: Node): string {
  if (dom.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(text).join("") : "";
}

const BLOCKS = new Set(
  "html head title body header main footer nav section article aside div p ul ol li dl dt dd h1 h2 h3 h4 figure figcaption table caption thead tbody tr th td blockquote pre".split(
    " ",
  ),
);

/** What a reader sees: a line a block, white space inside a line as one space. No-break spaces are kept. */
export function visibleText(markup: VNode | string): readonly string[] {
  const words = (node: Node): string => {
    if (dom.isTextNode(node)) return node.value.replace(/[\t\n\f\r ]+/g, " ");
    if (!("childNodes" in node)) return "";
    const inside =
      dom.isElementNode(node) && node.tagName === "style" ? "" : node.childNodes.map(words).join("");
    return dom.isElementNode(node) && BLOCKS.has(node.tagName) ? `\n${inside}\n` : inside;
  };
  return words(read(markup))
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").replace(/^ | $/g, ""))
    .filter((line) => line !== "");
}

/** A node as plain values. White space that holds a line break is only the test's own layout, and left out. */
function comparable(node: Node): unknown {
  if (dom.isTextNode(node)) return node.value.replace(/^\s*\n\s*|\s*\n\s*$/g, "");
  if (!("childNodes" in node)) return node.nodeName;
  const children = node.childNodes.map(comparable).filter((child) => child !== "");
  if (!dom.isElementNode(node)) return children;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return { tag: node.tagName, attributes, children };
}

/** Holds that two pieces of markup are the same document, however they are laid out. */
export function assertSameHtml(actual: VNode | string, expected: string): void {
  assert.deepEqual(comparable(read(actual)), comparable(read(expected)));
}
