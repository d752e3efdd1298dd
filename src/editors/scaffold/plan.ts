import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { CONTENT, PICTURE_FOLDER } from "../../build/contract/places.ts";
import { osloClock } from "../../build/format/oslo.ts";
import { dataFileText } from "../files/data-file.ts";
import { fieldText, readPageFile } from "../files/page-file.ts";
import { dataFilePath, listKey, readRows } from "../files/registers.ts";
import type { Field } from "../form/fields.ts";
import { galleryFields, type Kind } from "./kinds.ts";
import { gather } from "./questions.ts";

type Answers = ReadonlyMap<string, unknown>;

/** The files to write, and of these the one to go on with. */
export interface Plan {
  readonly changes: ReadonlyMap<string, string | Uint8Array>;
  readonly open: string;
}

/** Where a photograph on the machine comes to lie. */
function photographPath(answers: Answers, file: string): string {
  const folder = `${CONTENT}/${answers.get("edition")}/${PICTURE_FOLDER}`;
  return `${folder}/${answers.get("id")}${extname(file).toLowerCase()}`;
}

/** Lays out what is begun: a row at the end of its register, drafts of pages, and a photograph in its place. */
export async function planOf(
  root: string,
  kind: Kind,
  answers: Answers,
  photograph: string | null,
): Promise<Plan> {
  const changes = new Map<string, string | Uint8Array>();
  const { row, page } = kind;
  if (row !== null) {
    const rows = [...(await readRows(root, row.file)), gather(row.fields, answers)];
    if (row.file === "editions") rows.sort((a, b) => Number(a.year) - Number(b.year));
    const before = await readFile(join(root, dataFilePath(row.file)), "utf8");
    changes.set(dataFilePath(row.file), dataFileText({ [listKey(row.file) ?? ""]: rows }, before));
  }
  if (photograph !== null) changes.set(photographPath(answers, photograph), await readFile(photograph));
  if (page === null) return { changes, open: row === null ? "" : dataFilePath(row.file) };
  const folder = `${CONTENT}/${answers.get("year")}`;
  const today = osloClock(Date.now()).slice(0, "YYYY-MM-DD".length);
  const known = new Map([["published", today], ...answers]);
  if (page.kind === "project" && !answers.has("order"))
    known.set("order", await nextPlace(join(root, folder)));
  const open = `${folder}/${page.kind === "project" ? answers.get("slug") : "index"}.md`;
  changes.set(open, draft(page.fields, known));
  const gallery = `${folder}/${PICTURE_FOLDER}/index.md`;
  const title = `Bilder fra Innovasjonsprisen ${answers.get("year")}`;
  if (page.kind === "article" && !existsSync(join(root, gallery)))
    changes.set(gallery, draft(galleryFields, new Map([["title", title]])));
  return { changes, open };
}

/** A page with what is known filled in, and each field that is still empty under the model's word for it. */
function draft(fields: readonly Field[], answers: Answers): string {
  const known = gather(fields, answers);
  const lines = fields.map(({ name, hint, required, shape }) => {
    if (name in known) return fieldText(name, known[name]);
    // Of what may be left out only this is worth a thought from the beginning.
    if (!required && shape.type === "variants")
      return `# Kan ha feltet «${name}» (${shape.tag}: ${shape.variants.map((kind) => kind.name).join(", ")}): ${hint}\n`;
    if (!required) return "";
    const empty = shape.type === "list" ? [] : shape.type === "group" ? {} : "";
    return `# ${hint}\n${fieldText(name, empty)}`;
  });
  return `---\ndraft: true\n${lines.join("")}---\n`;
}

/** The first place after those that the edition's projects have. */
async function nextPlace(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  const pages = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return (
    1 +
    Math.max(0, ...pages.map((text) => Number(readPageFile(text)?.head.order ?? 0)).filter(Number.isFinite))
  );
}
