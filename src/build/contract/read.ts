import * as z from "zod";
import { type Language, languages } from "../../model/language.ts";
import { dataFileNames } from "../../model/register.ts";
import type { Site } from "../../model/site.ts";
import { isRecord } from "../format/unknown.ts";
import { CODE, keepJson, recallJson, sha256 } from "../output/cache.ts";
import type { Looked } from "../output/sources.ts";
import { beginStep } from "../output/steps.ts";
import { inspectPictures } from "../pictures/inspect.ts";
import { resolveAliases } from "./aliases.ts";
import { DATA, type Data, readData } from "./data.ts";
import { checkAmount, type Known, listFiles, rightName } from "./disk.ts";
import { checkExpiry } from "./expiry.ts";
import { resolveFacts } from "./facts.ts";
import { resolveHeads, shownEntries } from "./heads.ts";
import { Documents } from "./links.ts";
import type { Located } from "./located.ts";
import { type ReadingOrder, readPages } from "./pages.ts";
import { CONTENT, PICTURE_FOLDER, photographOf } from "./places.ts";
import { type Problem, Report, START } from "./problem.ts";
import { checkReferences, checkTexts } from "./prose.ts";
import type { View, Waiting } from "./schedule.ts";
import { buildSite } from "./site.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** The content as parsed, before anything is resolved. */
export interface Parsed {
  readonly data: Data;
  readonly documents: Documents;
  /** Each data file that could be read, with its text. */
  readonly texts: readonly {
    readonly located: Located;
    readonly source: string;
    readonly language: Language;
  }[];
}

/** What a reading gives: the whole site when it is without errors, and every problem in either case. */
export interface Reading {
  readonly site: Site | null;
  readonly problems: readonly Problem[];
  /** The pages that readers do not see yet. */
  readonly waiting: readonly Waiting[];
  /** The content as it stands, errors or not, for those who look at its words. */
  readonly parsed: Parsed;
}

/** How a reading goes about it; what comes of it is the same. */
export interface Procedure {
  readonly order?: ReadingOrder;
  /** What is known of the content's folders, asked when the data has been read. */
  readonly known?: () => Known;
}

/** The folders that editors change, from the project's root. */
export const contentFolders = [DATA, CONTENT] as const;

/**
 * Reads and checks all content below the project's root, once. Never throws for what an editor can do wrong: each such
 * mistake is a problem. Writes nothing but the cache, and runs nothing that it reads. Checks all, and hands on what the view
 * is to see.
 */
export async function readContent(
  root: string,
  view: View = { now: Date.now(), waitingToo: false },
  { order = "forwards", known = () => ({}) }: Procedure = {},
): Promise<Reading> {
  const report = new Report();
  const data = readData(root, report);
  const texts = Object.values(data).flatMap(({ source, located }) =>
    source === null || located === null ? [] : [{ located, source, language: languages[0] }],
  );
  const folders = known();
  checkDataFolder(root, folders, report);
  const listed = report.count;
  const files = listContent(root, folders, report);
  const isWhole = report.count === listed;
  // Nothing is told for the sake of a file that has a wrong name.
  const misnamed = isWhole ? [] : report.problems.filter(({ rule }) => rule === "invalid-name");
  const names = [...files.all.keys(), ...misnamed.map(({ file }) => rightName(file))];
  if (!checkAmount(files.all, report)) {
    const parsed = { data, documents: new Documents([], names, null, view, report), texts };
    return { site: null, problems: report.problems, waiting: [], parsed };
  }
  const pictureFiles = await inspectPictures(root, files.pictures);
  const facts = resolveFacts(data, pictureFiles, report);
  checkExpiry(data.site, view.now, report);
  const vocabulary = vocabularyOf(facts);
  const made = [CODE, ...texts.map(({ source }) => source)];
  const base = CODE === null ? null : sha256(JSON.stringify(made));
  const figures = new Set(checkData(texts, vocabulary, base, report));
  const read = await readPages(root, files.pages, vocabulary, base, order, report);
  beginStep("kontrollerer sammenhengen mellom sidene");
  const documents = new Documents(read, names, facts.settings?.url ?? null, view, report);
  documents.addPictures(facts.pictures.all);
  for (const { target, where } of facts.captionLinks) {
    const fault = documents.checkCaptionLink(target);
    if (fault !== null) report.add(fault[0], where.file, where.at(["caption"]), fault[1]);
  }
  const entries = resolveHeads(documents, facts, report);
  const redirects = resolveAliases(entries, documents, report);
  const { schedule } = documents;
  for (const document of documents.all) {
    schedule.check(document, report);
    checkReferences(document, documents, facts, report);
    for (const figure of document.figures) figures.add(figure);
  }
  const pages = entries.articles.length + entries.projects.length + entries.pages.length;
  if (facts.complete && isWhole && pages > 0 && pages === files.pages.size) {
    const galleries = entries.pages.flatMap(({ document: { place } }) =>
      place.slug === PICTURE_FOLDER && place.year !== null ? [place.year] : [],
    );
    facts.reportUnused(figures, new Set(galleries));
  }
  const shown = shownEntries(entries, schedule, report);
  const site = report.hasErrors ? null : buildSite(shown, documents, facts, redirects);
  const waiting = documents.all.flatMap((document) => {
    const { file, place } = document;
    const waits = schedule.waits(document);
    return waits === null ? [] : [{ file, url: place.url, unfinished: report.isUnfinished(file), ...waits }];
  });
  return { site, problems: report.problems, waiting, parsed: { data, documents, texts } };
}

/** Whole by its digest, and written by this very code. */
const CheckedData = z.custom<{ readonly figures: readonly string[]; readonly problems: readonly Problem[] }>(
  isRecord,
);

/**
 * Holds the words of all data against the registers, as far as no earlier build has done so with the very same, which `base` stands for.
 * Gives the figures that are named in them.
 */
function checkData(
  texts: Parsed["texts"],
  vocabulary: Vocabulary,
  base: string | null,
  report: Report,
): readonly string[] {
  const inputs = ["words of the data", base ?? ""];
  const known = base === null ? null : recallJson(inputs, CheckedData);
  if (known !== null) {
    report.retell(known.problems);
    return known.figures;
  }
  const own = new Report();
  const named = new Set<string>();
  for (const { located, source, language } of texts)
    checkTexts(located, source, language, vocabulary, named, own);
  const [figures, { problems }] = [[...named], own];
  if (base !== null) keepJson(inputs, { figures, problems });
  report.retell(problems);
  return figures;
}

/** Tells what lies among the data and is no data file. */
function checkDataFolder(root: string, known: Known, report: Report): void {
  const names = dataFileNames.map((name) => `${name}.json`);
  const message = `Datamappen har bare disse filene: ${names.join(", ")}.`;
  for (const file of listFiles(root, DATA, report, known).keys())
    if (!names.some((name) => file === `${DATA}/${name}`))
      report.add("unexpected-file", file, START, message);
}

/** Every file of the content folder, and of them the pages and the pictures. Tells what is neither. */
function listContent(root: string, known: Known, report: Report) {
  const all = listFiles(root, CONTENT, report, known);
  const pages = new Map<string, Looked>();
  const pictures: { year: number; id: string; file: string }[] = [];
  for (const [file, entry] of all) {
    const photograph = photographOf(file);
    if (photograph !== null) pictures.push({ ...photograph, file });
    else if (file.endsWith(".md")) pages.set(file, entry);
    else {
      const message =
        "Filen ligger på feil sted. Bilder ligger i mappen «bilder» under utgaven, og data i «_data».";
      report.add("unexpected-file", file, START, message);
    }
  }
  return { all, pages, pictures };
}
