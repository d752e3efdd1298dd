import { isDeepStrictEqual } from "node:util";
import { findNodeAtLocation, getNodeValue, type Node, parseTree } from "jsonc-parser";
import { fieldOf } from "../../build/format/unknown.ts";

/** The longest line, as `biome.json` has it. */
const WIDTH = 110;

/**
 * A data file's text with another value, formatted as the repository formats JSON. Whatever is as it was in the file before keeps
 * its bytes.
 */
export function dataFileText(value: unknown, before: string): string {
  if (isDeepStrictEqual(JSON.parse(before || "null"), value)) return before;
  return `${write(value, parseTree(before), before, 0, 0)}\n`;
}

/** `line` is how much stands on the line besides the value; a group is written on one line when `like`, an older one, is. */
function write(
  value: unknown,
  old: Node | undefined,
  before: string,
  indent: number,
  line: number,
  like = old,
): string {
  if (old !== undefined && isDeepStrictEqual(getNodeValue(old), value))
    return before.slice(old.offset, old.offset + old.length);
  const inside = " ".repeat(indent + 2);
  const block = (open: string, parts: readonly string[], close: string) =>
    `${open}\n${parts.map((part) => inside + part).join(",\n")}\n${" ".repeat(indent)}${close}`;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const simple = value.every((item) => typeof item !== "object" || item === null);
    if (simple && line + flat.length <= WIDTH) return flat;
    const parts = value.map((item, index) =>
      write(item, twin(item, index, old), before, indent + 2, indent + 3, old?.children?.[0]),
    );
    return block("[", parts, "]");
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const onLine = `{ ${entries.map(([key, field]) => `${JSON.stringify(key)}: ${JSON.stringify(field)}`).join(", ")} }`;
  const isFlat = like !== undefined && !before.slice(like.offset, like.offset + like.length).includes("\n");
  if (isFlat && line + onLine.length <= WIDTH) return onLine;
  const parts = entries.map(([key, field], index) => {
    const name = `${JSON.stringify(key)}: `;
    const rest = inside.length + name.length + (index < entries.length - 1 ? 1 : 0);
    return name + write(field, old && findNodeAtLocation(old, [key]), before, indent + 2, rest);
  });
  return block("{", parts, "}");
}

/** What an item of a list was before: the equal one wherever it stood, else the one with its id, else the one in its place. */
function twin(item: unknown, index: number, list: Node | undefined): Node | undefined {
  const nodes = list?.children ?? [];
  const id = fieldOf(item, "id");
  return (
    nodes.find((node) => isDeepStrictEqual(getNodeValue(node), item)) ??
    (id === undefined ? nodes[index] : nodes.find((node) => fieldOf(getNodeValue(node), "id") === id))
  );
}
