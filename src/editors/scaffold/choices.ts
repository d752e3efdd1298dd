import { existsSync } from "node:fs";
import { join } from "node:path";
import { CONTENT } from "../../build/contract/places.ts";
import { slug } from "../../build/format/text.ts";
import { nameOfRow, type Row, readRows } from "../files/registers.ts";
import type { Kind } from "./kinds.ts";
import type { Choices, Question } from "./questions.ts";

const ANYTHING: Choices = new Map();

/** What may be answered to a question about a thing of the kind: the model's own words, the entries of a register, or years. */
export async function choicesFor(root: string, { page, row }: Kind, { field }: Question): Promise<Choices> {
  const shape = field.shape.type === "list" ? field.shape.item : field.shape;
  if (shape.type === "choice") return new Map(shape.choices.map((choice) => [choice, ""]));
  if (shape.type === "text" && shape.register !== null) {
    const rows = await readRows(root, shape.register);
    return new Map(rows.map((row) => [String(row.id), nameOfRow({ ...row, taken: undefined })]));
  }
  if (field.name === "edition") return years(await readRows(root, "editions"), () => true);
  if (field.name !== "year" || page === null || row !== null) return ANYTHING;
  const begun = (year: string) => existsSync(join(root, `${CONTENT}/${year}/index.md`));
  const editions = await readRows(root, "editions");
  return years(editions, page.kind === "project" ? begun : (year) => !begun(year));
}

function years(editions: readonly Row[], fits: (year: string) => boolean): Choices {
  return new Map(editions.map(({ year }) => [String(year), ""] as const).filter(([year]) => fits(year)));
}

/** A name for the files and addresses, from what was answered, that nothing has yet; empty when there is nothing to make it from. */
export async function suggestName(
  root: string,
  kind: Kind,
  answers: ReadonlyMap<string, unknown>,
): Promise<string> {
  const from = kind.nameFrom
    ?.map((question) => answers.get(question))
    .find((answer) => typeof answer === "string");
  const name = slug(String(from ?? ""));
  const rows = kind.row === null ? [] : await readRows(root, kind.row.file);
  const isTaken = (candidate: string) =>
    rows.some(({ id }) => id === candidate) ||
    (kind.page !== null && existsSync(join(root, `${CONTENT}/${answers.get("year")}/${candidate}.md`)));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (name === "" || !isTaken(candidate)) return candidate;
  }
}
