import { ArticleHead, PageHead, ProjectHead } from "../../model/frontmatter.ts";
import { type DataFileName, dataFiles, UNKNOWN } from "../../model/register.ts";
import { type Field, fieldsOf } from "../form/fields.ts";
import { type Question, questionsOf } from "./questions.ts";

/** What an editor can begin. */
export interface Kind {
  /** What it is called in Bokmål: «en person». */
  readonly noun: string;
  readonly questions: readonly Question[];
  /** The register that gets a row, with the fields of one. */
  readonly row: { readonly file: DataFileName; readonly fields: readonly Field[] } | null;
  /** The page that is begun as a draft, with the fields of its head. */
  readonly page: { readonly kind: "article" | "project"; readonly fields: readonly Field[] } | null;
  /** The questions that the id or the file's name is suggested from, best first. */
  readonly nameFrom?: readonly string[];
  /** What is answered when nothing is, by question. */
  readonly usual?: Readonly<Record<string, string>>;
}

/** The fields of a page's head by its kind, for pages that nobody asked for but the check does. */
export const galleryFields = fieldsOf(PageHead);

const article = fieldsOf(ArticleHead);
const project = fieldsOf(ProjectHead);
const edition = rowFieldsOf("editions");
const year = edition.filter(({ name }) => name === "year");
const id = rowFieldsOf("people").filter(({ name }) => name === "id");
const slug = id.map((field) => ({ ...field, name: "slug", label: "Filnavn", hint: "Siste del av adressen" }));

/** The fields of a register's row. */
function rowFieldsOf(file: DataFileName): readonly Field[] {
  const [list] = fieldsOf(dataFiles[file]);
  return list?.shape.type === "list" && list.shape.item.type === "group" ? list.shape.item.fields : [];
}

/** What a draft cannot do without is asked; the rest is written in the file, unless a flag gives it. */
function pageQuestions(fields: readonly Field[]): readonly Question[] {
  const given = fields.filter(({ name }) => name !== "draft");
  return questionsOf(given, false).map((question) => ({
    ...question,
    asked: question.name === "title" || question.name === "sources",
  }));
}

function row(
  noun: string,
  file: DataFileName,
  nameFrom: readonly string[],
  usual: Readonly<Record<string, string>> = {},
): Kind {
  const fields = rowFieldsOf(file);
  const questions = questionsOf(fields);
  // The id is suggested from the other answers.
  const last = [...questions.filter(({ name }) => name !== "id"), ...questionsOf(id)];
  return { noun, questions: last, row: { file, fields }, page: null, nameFrom, usual };
}

/** The kinds by the word that the command knows. */
export const kinds: Readonly<Record<string, Kind>> = {
  edition: {
    noun: "en utgave av prisen, med utkast til artikkelen",
    questions: [...questionsOf(edition), ...pageQuestions(article).filter(({ name }) => name === "title")],
    row: { file: "editions", fields: edition },
    page: { kind: "article", fields: article },
  },
  article: {
    noun: "artikkelen til en utgave, som utkast",
    questions: [...questionsOf(year), ...pageQuestions(article)],
    row: null,
    page: { kind: "article", fields: article },
  },
  project: {
    noun: "et prosjekt, som utkast",
    questions: [...questionsOf(year), ...pageQuestions(project), ...questionsOf(slug)],
    row: null,
    page: { kind: "project", fields: project },
    nameFrom: ["title"],
  },
  picture: row("et bilde", "pictures", ["title"], { credit: UNKNOWN, licence: UNKNOWN, date: UNKNOWN }),
  person: row("en person", "people", ["name"]),
  organisation: row("en organisasjon", "organisations", ["short", "name"]),
  source: row("en kilde", "sources", ["publisher"]),
};
