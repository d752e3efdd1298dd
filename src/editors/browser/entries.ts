import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { isRecord } from "../../build/format/unknown.ts";
import { dataFileText } from "../files/data-file.ts";
import { pageFileText, readPageFile } from "../files/page-file.ts";
import { dataFilePath } from "../files/registers.ts";
import type { Changes } from "../files/trial.ts";
import type { Field } from "../form/fields.ts";
import { formOf } from "../form/forms.ts";
import { tidy } from "../form/tidy.ts";
import { withFiles, withoutFiles } from "./pictures.ts";

/** A file's text as the editor's form takes it; as it is when there is no form for it, or when it cannot be read. */
export async function toForm(root: string, path: string, text: string): Promise<string> {
  const form = formOf(path);
  if (path === dataFilePath("pictures")) {
    const value = parseJson(text);
    return value === undefined ? text : JSON.stringify(await withFiles(root, value));
  }
  const page = form?.kind === "page" ? readPageFile(text) : null;
  if (form === null || page === null) return text;
  // A switch without a value would not say yes or no.
  const off = form.fields.filter(({ name, shape }) => shape.type === "boolean" && !(name in page.head));
  const switches = Object.fromEntries(off.map(({ name }) => [name, false]));
  const head = asLists(form.fields, { ...page.head, ...switches });
  return `---\n${stringify(head)}---\n${page.body.replace(/^\s*\n/, "")}`;
}

/** What a form holds, from the text that the editor would save. */
export function readForm(path: string, raw: string): unknown {
  if (formOf(path)?.kind === "data") return parseJson(raw);
  const page = readPageFile(raw);
  return page === null ? undefined : { ...page.head, body: page.body };
}

/**
 * What saving a form would change: its file, as the repository formats it, and the pictures that belong to it. Null when it
 * has no form, or when the file as it stands cannot be read: then a form would lose what is in it.
 */
export async function changesOf(root: string, path: string, form: unknown): Promise<Changes | null> {
  const known = formOf(path);
  if (known === null || !isRecord(form)) return null;
  const before = await readFile(join(root, path), "utf8").catch(() => "");
  if (known.kind === "page") {
    const { body = "", ...head } = form;
    const old = before === "" ? {} : readPageFile(before)?.head;
    if (old === undefined) return null;
    const order = known.fields.map(({ name }) => name);
    const parts = { head: tidy(known.fields, head, old), body: String(body ?? "") };
    return new Map([[path, pageFileText(parts, before, order)]]);
  }
  const old = before === "" ? {} : parseJson(before);
  if (!isRecord(old)) return null;
  const pictures = path === dataFilePath("pictures") ? await withoutFiles(root, form, old) : null;
  const value: unknown = pictures?.value ?? form;
  if (!isRecord(value)) return null;
  const text = dataFileText(tidy(known.fields, value, old), before);
  return new Map<string, string | Uint8Array | null>([[path, text], ...(pictures?.changes ?? [])]);
}

/** The editor has one of several groups as a list with one item. */
function asLists(fields: readonly Field[], head: Readonly<Record<string, unknown>>) {
  const isVariant = (name: string) =>
    fields.some((field) => field.name === name && field.shape.type === "variants");
  return Object.fromEntries(
    Object.entries(head).map(([name, value]) => [name, isVariant(name) && isRecord(value) ? [value] : value]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
