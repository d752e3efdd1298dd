import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DataFileName, dataFiles } from "../../model/register.ts";
import type { Photograph, Site } from "../../model/site.ts";
import { parseProse } from "../markdown/prose.ts";
import { inspectPhotograph } from "../pictures/photograph.ts";
import { resolveFacts } from "./facts.ts";
import { type Located, parseJson, parseYaml } from "./located.ts";
import { type Document, resolvePages } from "./pages.ts";
import { photographOf, placeOf } from "./places.ts";
import { type Problem, Report, START } from "./problem.ts";
import { decodeText, splitFrontMatter } from "./text.ts";

/** What a reading gives: the whole site when it is without errors, and every problem in either case. */
export interface Reading {
  readonly site: Site | null;
  readonly problems: readonly Problem[];
}

const DATA = "_data";
const CONTENT = "src/content";

/** The folders that editors change, from the project's root. */
export const contentFolders = [DATA, CONTENT] as const;

/**
 * Reads and checks all content below the project's root, once. Never throws for what an editor can do wrong: each such
 * mistake is a problem. Writes nothing and runs nothing that it reads.
 */
export async function readContent(root: string): Promise<Reading> {
  const report = new Report();
  const data = await readData(root, report);
  const { documents, photographs } = await readFolder(root, report);
  const facts = resolveFacts(data, photographs, report);
  const site = resolvePages(documents, facts, report);
  return { site: report.hasErrors ? null : site, problems: report.problems };
}

async function readData(root: string, report: Report): Promise<ReadonlyMap<DataFileName, Located>> {
  const data = new Map<DataFileName, Located>();
  for (const path of await filesBelow(join(root, DATA))) {
    if (!isDataFile(path))
      report.add(
        "unexpected-file",
        `${DATA}/${path}`,
        START,
        "Denne filen hører ikke hjemme her. Datamappen har bare de JSON-filene som nettstedet kjenner.",
      );
  }
  for (const name of Object.keys(dataFiles).filter(isDataFileName)) {
    const file = `${DATA}/${name}.json`;
    const text = await readText(root, file, report);
    const located = text === null ? null : parseJson(file, text, report);
    if (located !== null) data.set(name, located);
  }
  return data;
}

function isDataFileName(name: string): name is DataFileName {
  return Object.hasOwn(dataFiles, name);
}

function isDataFile(path: string): boolean {
  return path.endsWith(".json") && isDataFileName(path.slice(0, -".json".length));
}

async function readFolder(root: string, report: Report) {
  const documents: Document[] = [];
  const photographs = new Map<string, Photograph>();
  for (const path of await filesBelow(join(root, CONTENT))) {
    const file = `${CONTENT}/${path}`;
    const place = placeOf(path);
    const photograph = photographOf(path);
    if (place !== null) {
      const text = await readText(root, file, report);
      const document = text === null ? null : readDocument(file, text, report);
      if (document !== null) documents.push({ ...document, place });
    } else if (photograph !== null) {
      const read = await readPhotograph(root, file, report);
      if (read !== null) photographs.set(`${photograph.year}/${photograph.id}`, read);
    } else {
      report.add(
        "unexpected-file",
        file,
        START,
        "Denne filen hører ikke hjemme her. Innholdsmappen har bare Markdown-filer og bilder, med små bokstaver, tall og bindestrek i navnet.",
      );
    }
  }
  return { documents, photographs };
}

function readDocument(file: string, text: string, report: Report): Omit<Document, "place"> | null {
  const split = splitFrontMatter(text);
  if (split === "missing") {
    report.add(
      "missing-front-matter",
      file,
      START,
      "Filen mangler feltene øverst. Begynn med en linje «---», så feltene, så en ny linje «---».",
    );
    return null;
  }
  if (split === "unclosed") {
    report.add(
      "unclosed-front-matter",
      file,
      START,
      "Feltene øverst er ikke avsluttet. Skriv «---» på en egen linje etter dem.",
    );
    return null;
  }
  const head = parseYaml(file, split.head, split.headLine, report);
  return head === null ? null : { file, head, prose: parseProse(split.body), bodyLine: split.bodyLine };
}

async function readText(root: string, file: string, report: Report): Promise<string | null> {
  const bytes = await readFile(join(root, file)).catch(() => null);
  if (bytes === null) {
    report.add(
      "missing-file",
      file,
      START,
      "Nettstedet må ha denne filen, og den finnes ikke. Legg den tilbake.",
    );
    return null;
  }
  try {
    return decodeText(bytes);
  } catch {
    report.add(
      "unreadable-file",
      file,
      START,
      "Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.",
    );
    return null;
  }
}

async function readPhotograph(root: string, file: string, report: Report): Promise<Photograph | null> {
  try {
    return await inspectPhotograph(root, file);
  } catch {
    report.add(
      "invalid-picture",
      file,
      START,
      "Filen kan ikke leses som et bilde. Kanskje er den skadet, eller noe annet enn navnet sier.",
    );
    return null;
  }
}

/** Every file below a folder, by path with forward slashes, in code point order whatever the disk's own order. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}
