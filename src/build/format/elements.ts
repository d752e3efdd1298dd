import { isValidElement } from "preact";
import { VOID } from "./markup.ts";
import { fieldOf } from "./unknown.ts";

type Component = (props: object) => unknown;

/**
 * Elements as HTML: what a layout gives, which is elements, texts, numbers and lists of them; null, undefined and booleans are nothing.
 * Attributes keep the names that they are given, which are HTML's own. It is written as the minifier would leave it, and in one go: most
 * pages need no other hand. Throws what a component throws, and a TypeError for an attribute that is no text.
 */
export function writeHtml(page: unknown): string {
  const parts: string[] = [];
  write(page, parts);
  return parts.join("");
}

function write(node: unknown, parts: string[]): void {
  if (typeof node === "string") parts.push(escapedText(node));
  else if (typeof node === "number") parts.push(String(node));
  else if (Array.isArray(node)) for (const child of node) write(child, parts);
  else if (isValidElement(node)) {
    const { type, props } = node;
    if (isComponent(type)) write(type(props), parts);
    else writeElement(String(type), props, parts);
  }
}

function isComponent(type: unknown): type is Component {
  return typeof type === "function";
}

function writeElement(name: string, props: Readonly<Record<string, unknown>>, parts: string[]): void {
  let start = `<${name}`;
  let children: unknown;
  let html: unknown;
  for (const prop in props)
    if (prop === "children") children = props[prop];
    else if (prop === "dangerouslySetInnerHTML") html = fieldOf(props[prop], "__html");
    else start += attribute(prop, props[prop]);
  parts.push(`${start}>`);
  if (typeof html === "string") parts.push(html);
  else write(children, parts);
  if (!VOID.has(name)) parts.push(`</${name}>`);
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  // Those of ARIA are texts, others are there or not.
  if (typeof value === "boolean" && name.startsWith("aria-")) return ` ${name}="${value}"`;
  if (value === false) return "";
  if (value === true || value === "") return ` ${name}`;
  if (typeof value !== "string" && typeof value !== "number")
    throw new TypeError(`The attribute ${name} is no text.`);
  return ` ${name}="${escapedValue(String(value))}"`;
}

/** Escaped as a text (HTML, 13.3, «escaping a string»); «>» and no-break spaces need nothing in UTF-8. */
function escapedText(text: string): string {
  return /[&<]/.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : text;
}

/** Escaped as a value between double quotes. */
function escapedValue(value: string): string {
  return /[&"]/.test(value) ? value.replaceAll("&", "&amp;").replaceAll('"', "&quot;") : value;
}
