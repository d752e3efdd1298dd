import type * as z from "zod";
import type { ArticleHead, PageHead, ProjectHead } from "../../model/frontmatter.ts";
import type { Drawing, Edition, Figure, Project, Source } from "../../model/site.ts";
import type { Document } from "./documents.ts";
import type { Facts } from "./facts.ts";
import type { Documents } from "./links.ts";
import { PICTURE_FOLDER, requiredPages } from "./places.ts";
import { type Report, START } from "./problem.ts";
import type { Where } from "./registry.ts";
import type { Schedule } from "./schedule.ts";

/** A document whose head is in order, with what the head refers to. The kinds are told apart by their place. */
export interface Entry<Head> {
  readonly document: Document;
  readonly head: Head;
  /** Every source of the page besides the citations in its prose: the head's own, and those of the figures it shows. */
  readonly sources: readonly Source[];
}

/** All content files with their heads in order and resolved. */
export interface Entries {
  readonly articles: readonly (Entry<z.infer<typeof ArticleHead>> & { readonly edition: Edition })[];
  readonly projects: readonly (Entry<z.infer<typeof ProjectHead>> & Pick<Project, "figures" | "drawing">)[];
  readonly pages: readonly Entry<z.infer<typeof PageHead>>[];
}

/** Resolves what every head refers to; tells pages that must be there and are not. */
export function resolveHeads(documents: Documents, facts: Facts, report: Report): Entries {
  const articles: Entries["articles"][number][] = [];
  const projects: Entries["projects"][number][] = [];
  const pages: Entries["pages"][number][] = [];
  for (const document of documents.all) {
    const { file, place, fields, head: where } = document;
    const isArticle = place.kind === "article";
    const edition = isArticle ? facts.editions.find(({ year }) => year === place.year) : undefined;
    if (isArticle && edition === undefined && facts.complete) {
      const message = `Det finnes ingen utgave for ${place.year} i _data/editions.json. Legg den til der først.`;
      report.add("unknown-reference", file, START, message);
    }
    const beside = isArticle ? `${PICTURE_FOLDER}/index.md` : "index.md";
    if (place.year !== null) requirePage(`${place.year}/${beside}`, document);
    if (fields === null) continue;
    if ("points" in fields) {
      const sources = [
        ...facts.sources.findAll(fields.sources, where, ["sources"]),
        ...(edition?.sources ?? []),
        ...facts.milestones.filter(({ edition: year }) => year === place.year).map(({ source }) => source),
        ...(facts.prize?.amountSources.slice(0, 1) ?? []),
      ];
      if (edition !== undefined)
        articles.push({ document, head: fields, edition: { ...edition, url: place.url }, sources });
    } else if ("order" in fields) {
      const figures = facts.figures.findAll(fields.figures, where, ["figures"]);
      const drawing = resolveDrawing(fields.drawing, facts, where);
      const sources = [
        ...facts.sources.findAll(fields.sources, where, ["sources"]),
        ...[...figures, ...figuresOf(drawing)].map(({ source }) => source),
      ];
      projects.push({ document, head: fields, figures, drawing, sources });
    } else pages.push({ document, head: fields, sources: shownSources(document, facts) });
  }
  for (const name of requiredPages) requirePage(name);
  checkOrder(projects, report);
  checkTitles([...articles, ...projects, ...pages], report);
  return { articles, projects, pages };

  function requirePage(name: string, asking?: Document): void {
    const file = `src/content/${name}`;
    if (documents.files.has(file)) return;
    if (asking?.draft)
      report.add("missing-file", asking.file, START, `Utkastet trenger også siden ${file}. Lag den.`);
    // Several pages may need it; the first is named.
    else if (report.toldOf(file).length === 0) {
      const whose = asking === undefined ? "Nettstedet" : `Siden ${asking.file}`;
      const message = `${whose} trenger denne siden, og den finnes ikke. Lag den, eller legg den tilbake.`;
      report.add("missing-file", file, START, message);
    }
  }
}

/** The entries that pages are made of: shown and finished, and so are the article and the pictures of their edition. */
export function shownEntries(all: Entries, schedule: Schedule, report: Report): Entries {
  const isReady = ({ document }: { readonly document: Document }) =>
    schedule.isShown(document) && !report.isUnfinished(document.file);
  const ready = new Set(
    [...all.articles, ...all.pages].filter(isReady).map(({ document }) => document.place.url),
  );
  const isShown = (entry: { readonly document: Document }) => {
    const { year } = entry.document.place;
    const needed = year === null ? [] : [`/${year}/`, `/${year}/${PICTURE_FOLDER}/`];
    return isReady(entry) && needed.every((url) => ready.has(url));
  };
  return {
    articles: all.articles.filter(isShown),
    projects: all.projects.filter(isShown),
    pages: all.pages.filter(isShown),
  };
}

/** Two projects of one edition cannot have the same place in its row. */
function checkOrder(projects: Entries["projects"], report: Report): void {
  for (const [{ document, head }, other] of repeated(projects, (project) => project.head.order)) {
    const message = `Plass ${head.order} er også brukt i ${other}. Gi hvert prosjekt sin plass.`;
    report.add("duplicate-value", document.file, document.head.at(["order"]), message);
  }
}

/** A title is how a page is told from others of its edition, or of those that are no edition's, in tabs, lists and results of searches. */
function checkTitles(entries: readonly Entry<{ readonly title: string }>[], report: Report): void {
  for (const [{ document, head }, other] of repeated(entries, (entry) => entry.head.title)) {
    const message = `Siden har samme tittel som ${other}: «${head.title}». Leserne skal se forskjell på dem; gi den en egen.`;
    report.add("repeated-title", document.file, document.head.at(["title"]), message);
  }
}

/** Each entry that has the same value as one before it in its edition and language, with that one's file. Drafts come last. */
function* repeated<Each extends Entry<unknown>>(
  entries: readonly Each[],
  ofEntry: (entry: Each) => string | number,
): Iterable<readonly [entry: Each, other: string]> {
  const first = new Map<string, string>();
  for (const entry of entries.toSorted((a, b) => Number(a.document.draft) - Number(b.document.draft))) {
    const { file, place } = entry.document;
    const value = `${place.year} ${place.language} ${ofEntry(entry)}`;
    const other = first.get(value);
    if (other === undefined) first.set(value, file);
    else yield [entry, other];
  }
}

/** The sources of what the layouts of the front page and the prize's page show from the registers. */
function shownSources({ place }: Document, { prize, editions }: Facts): readonly Source[] {
  if (place.original === "/")
    return editions.flatMap(({ winner, sources }) => (winner === null ? [] : sources.slice(0, 1)));
  if (place.url !== "/om-prisen/") return [];
  return [
    ...editions.flatMap(({ sources }) => sources),
    ...(prize?.amountSources ?? []),
    ...(prize?.criteriaSources ?? []),
  ];
}

function figuresOf(drawing: Drawing | null): readonly Figure[] {
  if (drawing === null) return [];
  const { kind: _, ...figures } = drawing;
  return Object.values(figures);
}

function resolveDrawing(
  spec: z.infer<typeof ProjectHead>["drawing"],
  facts: Facts,
  where: Where,
): Drawing | null {
  if (spec === undefined) return null;
  const figure = (name: string, id: string) => facts.figures.find(id, where, ["drawing", name]);
  switch (spec.kind) {
    case "participation":
      return {
        kind: spec.kind,
        participants: figure("participants", spec.participants),
        contributions: figure("contributions", spec.contributions),
        meetings: figure("meetings", spec.meetings),
      };
    case "tables":
      return { kind: spec.kind, families: figure("families", spec.families) };
    case "hall":
      return {
        kind: spec.kind,
        lanes: figure("lanes", spec.lanes),
        wells: figure("wells", spec.wells),
        roof: figure("roof", spec.roof),
        wall: figure("wall", spec.wall),
        shed: figure("shed", spec.shed),
      };
  }
}
