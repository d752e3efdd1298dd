import { languages } from "../../model/language.ts";
import { type DataFileName, dataFileNames } from "../../model/register.ts";
import type { Figure, Site } from "../../model/site.ts";
import { beginStep } from "../output/steps.ts";
import { inspectPictures, type PictureFile } from "../pictures/inspect.ts";
import { resolveAliases } from "./aliases.ts";
import { listFiles, readBytes } from "./disk.ts";
import { type Document, readDocument } from "./documents.ts";
import { checkExpiry } from "./expiry.ts";
import { type Facts, resolveFacts } from "./facts.ts";
import { resolveHeads, shownEntries } from "./heads.ts";
import { parseJson } from "./json.ts";
import { Documents } from "./links.ts";
import type { Located } from "./located.ts";
import { photographOf } from "./places.ts";
import { type Problem, Report, START } from "./problem.ts";
import { checkBody, checkTexts, type Vocabulary } from "./prose.ts";
import type { View, Waiting } from "./schedule.ts";
import { buildSite } from "./site.ts";
import { decodeText } from "./text.ts";
import { indexNames } from "./words.ts";

/** What a reading gives: the whole site when it is without errors, and every problem in either case. */
export interface Reading {
  readonly site: Site | null;
  readonly problems: readonly Problem[];
  /** The pages that readers do not see yet. */
  readonly waiting: readonly Waiting[];
  /** The content as it stands, errors or not, for those who look at its words. */
  readonly parsed: Pick<Parsed, "data" | "documents" | "texts">;
}

const DATA = "_data";
const CONTENT = "src/content";

/** The folders that editors change, from the project's root. */
export const contentFolders = [DATA, CONTENT] as const;

/** The content as parsed, before anything is resolved. */
export interface Parsed {
  readonly data: ReadonlyMap<DataFileName, Located>;
  readonly documents: Documents;
  /** How many files should be pages, read or not. */
  readonly pageFiles: number;
  readonly pictureFiles: readonly PictureFile[];
  /** Each data file's and document's head, with the file's text. */
  readonly texts: readonly Parameters<typeof checkTexts>[0][];
}

/**
 * Reads and checks all content below the project's root, once. Never throws for what an editor can do wrong: each such
 * mistake is a problem. Writes nothing but the cache, and runs nothing that it reads. Checks all, and hands on what the view
 * is to see.
 */
export async function readContent(
  root: string,
  view: View = { now: Date.now(), waitingToo: false },
): Promise<Reading> {
  const report = new Report();
  const parsed = await parseContent(root, view, report);
  const { data, documents, pageFiles, pictureFiles, texts } = parsed;
  const facts = resolveFacts(data, pictureFiles, documents, report);
  const siteFile = data.get("site");
  if (facts.settings !== null && siteFile !== undefined)
    checkExpiry(facts.settings, siteFile, view.now, report);
  const entries = resolveHeads(documents, facts, report);
  const redirects = resolveAliases(entries, documents, report);
  const { schedule } = documents;
  const usedFigures = new Set<string>();
  const vocabulary = vocabularyOf(facts, (figure) => usedFigures.add(figure.id));
  for (const document of documents.all) {
    beginStep(`kontrollerer ${document.file}`);
    schedule.check(document, report);
    checkBody(document, documents, facts, vocabulary, report);
  }
  for (const text of texts) checkTexts(text, vocabulary, report);
  const pages = entries.articles.length + entries.projects.length + entries.pages.length;
  if (facts.complete && pages > 0 && pages === pageFiles) facts.reportUnused(usedFigures);
  const shown = shownEntries(entries, schedule, report);
  const site = report.hasErrors ? null : buildSite(shown, documents, facts, redirects, schedule);
  const waiting = documents.all.flatMap((document) => {
    const { file, place } = document;
    const waits = schedule.waits(document);
    return waits === null ? [] : [{ file, url: place.url, unfinished: report.isUnfinished(file), ...waits }];
  });
  return { site, problems: report.problems, waiting, parsed };
}

async function parseContent(root: string, view: View, report: Report): Promise<Parsed> {
  const data = new Map<DataFileName, Located>();
  const documents: Document[] = [];
  const pictures: { year: number; id: string; file: string }[] = [];
  const texts: Parameters<typeof checkTexts>[0][] = [];
  const read = async (file: string): Promise<string | null> => {
    const bytes = await readBytes(root, file);
    if (bytes !== null) return decodeText(file, bytes, report);
    report.add(
      "missing-file",
      file,
      START,
      "Nettstedet må ha denne filen, og den finnes ikke. Legg den tilbake.",
    );
    return null;
  };
  for (const file of await listFiles(root, DATA, report)) {
    if (dataFileNames.some((name) => file === `${DATA}/${name}.json`)) continue;
    report.add(
      "unexpected-file",
      file,
      START,
      `Datamappen har bare disse filene: ${dataFileNames.map((name) => `${name}.json`).join(", ")}.`,
    );
  }
  for (const name of dataFileNames) {
    const file = `${DATA}/${name}.json`;
    const source = await read(file);
    const located = source === null ? null : parseJson(file, source, report);
    if (located === null || source === null) continue;
    data.set(name, located);
    texts.push({ located, source, language: languages[0] });
  }
  const files = await listFiles(root, CONTENT, report);
  for (const file of files) {
    beginStep(`leser ${file}`);
    const photograph = photographOf(file.slice(CONTENT.length + 1));
    if (photograph !== null) {
      pictures.push({ ...photograph, file });
    } else if (file.endsWith(".md")) {
      const source = await read(file);
      const document = source === null ? null : readDocument(file, source, report);
      if (document === null || source === null) continue;
      documents.push(document);
      texts.push({ located: document.head, source, language: document.place.language });
    } else {
      report.add(
        "unexpected-file",
        file,
        START,
        "Filen ligger på feil sted. Bilder ligger i mappen «bilder» under utgaven, og data i «_data».",
      );
    }
  }
  const pictureFiles = await inspectPictures(root, pictures);
  const pageFiles = files.filter((file) => file.endsWith(".md")).length;
  return { data, documents: new Documents(documents, files, view, report), pageFiles, pictureFiles, texts };
}

function vocabularyOf(facts: Facts, used: Vocabulary["used"]): Vocabulary {
  const figuresByUnit = new Map<string, readonly Figure[]>();
  for (const figure of facts.figures.all)
    figuresByUnit.set(figure.unit, [...(figuresByUnit.get(figure.unit) ?? []), figure]);
  const names = indexNames(
    [facts.people, facts.organisations].flatMap((registry) =>
      registry.all.map(({ id, name }) => [name, registry.placeOf(id, ["name"])] as const),
    ),
  );
  const placeOf = ({ id }: Figure) => facts.figures.placeOf(id, ["value"]);
  return { figuresByUnit, numbers: registeredNumbers(facts), names, placeOf, used };
}

function registeredNumbers({ figures, prize, editions, milestones }: Facts): ReadonlyMap<number, string> {
  const datesIn = (dates: readonly string[]) => dates.flatMap((date) => date.split("-").map(Number));
  const byFile = {
    timeline: datesIn(milestones.map(({ date }) => date)),
    editions: [
      ...datesIn(editions.map(({ awarded }) => awarded)),
      ...editions.flatMap(({ year, applicants, projects }) => [year, applicants ?? year, projects ?? year]),
    ],
    prize: prize === null ? [] : [prize.amount],
    figures: figures.all.flatMap(({ value, to }) => [value, to ?? value]),
  };
  return new Map(
    Object.entries(byFile).flatMap(([name, numbers]) =>
      numbers.map((number) => [number, `${DATA}/${name}.json`] as const),
    ),
  );
}
