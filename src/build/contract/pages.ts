import type { z } from "zod";
import { ArticleHead, type DrawingSpec, PageHead, ProjectHead } from "../../model/frontmatter.ts";
import type {
  Article,
  CitedSource,
  Drawing,
  Edition,
  Page,
  Project,
  Site,
  Source,
} from "../../model/site.ts";
import { type ParsedProse, renderProse } from "../markdown/prose.ts";
import type { Facts } from "./facts.ts";
import { resolveLink } from "./links.ts";
import type { Located } from "./located.ts";
import { type Place, requiredPages } from "./places.ts";
import { type Report, START } from "./problem.ts";
import { type Where, within } from "./registry.ts";
import { conform } from "./schema.ts";

/** A content file as read: where it stands, its head, its parsed body and the line where that begins. */
export interface Document {
  readonly file: string;
  readonly place: Place;
  readonly head: Located;
  readonly prose: ParsedProse;
  readonly bodyLine: number;
}

/** Checks and resolves every content file. Gives the site, or null when anything was reported as an error. */
export function resolvePages(documents: readonly Document[], facts: Facts, report: Report): Site | null {
  const resolvePage = (
    document: Document,
    head: Pick<Page, "title" | "description"> & { lead?: string | undefined },
    cited: readonly Source[],
  ): Page => {
    const { file, place, prose } = document;
    checkProse(document, documents, facts, report);
    const citations = prose.references.filter(({ kind }) => kind === "source").map(({ target }) => target);
    const inProse = facts.sources.all.filter(({ id }) => citations.includes(id));
    inProse.sort((a, b) => citations.indexOf(a.id) - citations.indexOf(b.id));
    return {
      file,
      url: place.url,
      title: head.title,
      description: head.description,
      lead: head.lead ?? null,
      sources: [...new Set([...cited, ...inProse])],
      prose: { blocks: [], headings: prose.headings, words: 0 },
    };
  };
  const setProse = <Kind extends Page>(page: Kind, document: Document): Kind => ({
    ...page,
    prose: renderProse(document.prose, {
      link: (target) => resolveLink(target, document, documents) ?? target,
      picture: (id) => facts.pictures.findAt(id, document.file, START),
      person: (id) => facts.people.findAt(id, document.file, START),
      citation: (id) => page.sources.findIndex((source) => source.id === id) + 1,
    }),
  });
  const findSources = (ids: readonly string[], where: Where): readonly Source[] =>
    ids.map((id, index) => facts.sources.find(id, where, ["sources", index]));

  const projects: (Project & { year: number | null; order: number })[] = [];
  const pages: { page: Page; place: Place }[] = [];
  const articles: { page: Page; head: z.infer<typeof ArticleHead>; year: number }[] = [];

  for (const document of documents) {
    const { head, place } = document;
    const where = within(head, []);
    if (place.kind === "project") {
      const data = conform(head, ProjectHead, report);
      if (data === null) {
        checkProse(document, documents, facts, report);
        continue;
      }
      const figures = data.figures.map((id, index) => facts.figures.find(id, where, ["figures", index]));
      const drawing = resolveDrawing(data.drawing, facts, where);
      const cited = [
        ...findSources(data.sources, where),
        ...[...figures, ...drawingFigures(drawing)].map(({ source }) => source),
      ];
      const page = setProse(resolvePage(document, data, cited), document);
      projects.push({
        ...page,
        slug: place.slug,
        summary: data.summary,
        order: data.order,
        year: place.year,
        figures,
        drawing,
      });
    } else if (place.kind === "article") {
      const data = conform(head, ArticleHead, report);
      if (data === null || place.year === null) {
        checkProse(document, documents, facts, report);
        continue;
      }
      const year = place.year;
      const edition = facts.editions.find((candidate) => candidate.year === year);
      if (edition === undefined) {
        report.add(
          "unknown-reference",
          document.file,
          START,
          `Det finnes ingen utgave for ${year} i _data/editions.json. Legg den til der først.`,
        );
      }
      const milestones = facts.milestones.filter((milestone) => milestone.edition === year);
      const cited = [
        ...findSources(data.sources, where),
        ...(edition?.sources ?? []),
        ...milestones.map(({ source }) => source),
        ...(facts.prize?.amountSources ?? []),
      ];
      articles.push({ page: setProse(resolvePage(document, data, cited), document), head: data, year });
    } else {
      const data = conform(head, PageHead, report);
      if (data === null) {
        checkProse(document, documents, facts, report);
        continue;
      }
      const cited = place.year === null ? shownSources(place.slug, facts) : [];
      pages.push({ page: setProse(resolvePage(document, data, cited), document), place });
    }
  }

  for (const name of requiredPages) {
    if (!documents.some(({ file }) => file === `src/content/${name}`)) {
      report.add(
        "missing-file",
        `src/content/${name}`,
        START,
        "Nettstedet må ha denne siden. Legg filen tilbake.",
      );
    }
  }
  const editions: readonly Edition[] = facts.editions.map((edition) => ({
    ...edition,
    url: articles.find(({ year }) => year === edition.year)?.page.url ?? null,
  }));
  const standAlone = (slug: string, year: number | null = null): Page | undefined =>
    pages.find(({ place }) => place.slug === slug && place.year === year)?.page;
  const [frontPage, prizePage, sourcesPage, notFoundPage] = ["index", "om-prisen", "kilder", "404"].map(
    (slug) => standAlone(slug),
  );

  const resolvedArticles = articles.flatMap(({ page, head, year }): Article[] => {
    const edition = editions.find((candidate) => candidate.year === year);
    const gallery = standAlone("bilder", year);
    if (
      gallery === undefined &&
      !documents.some(({ place }) => place.year === year && place.slug === "bilder")
    ) {
      report.add(
        "missing-file",
        `src/content/${year}/bilder/index.md`,
        START,
        "Utgaven må ha en side for bildene. Legg til filen.",
      );
    }
    if (edition === undefined || gallery === undefined) return [];
    return [
      {
        ...page,
        edition,
        published: head.published,
        points: head.points,
        projects: projects.filter((project) => project.year === year).sort((a, b) => a.order - b.order),
        pictures: facts.pictures.all.filter((picture) => picture.edition === year),
        gallery,
        milestones: facts.milestones.filter((milestone) => milestone.edition === year),
      },
    ];
  });

  const { settings, prize } = facts;
  if (report.hasErrors || !settings || !prize || !frontPage || !prizePage || !sourcesPage || !notFoundPage)
    return null;
  const everyPage = [...articles.map(({ page }) => page), ...projects, ...pages.map(({ page }) => page)];
  return {
    settings,
    prize,
    editions,
    sources: facts.sources.all.map(
      (source): CitedSource => ({
        ...source,
        mentions: everyPage
          .filter((page) => page.sources.some(({ id }) => id === source.id))
          .map(({ title, url }) => ({ title, url })),
      }),
    ),
    articles: resolvedArticles.sort((a, b) => b.edition.year - a.edition.year),
    frontPage,
    prizePage,
    sourcesPage,
    notFoundPage,
    plainPages: pages
      .filter(
        ({ page, place }) =>
          place.year === null && ![frontPage, prizePage, sourcesPage, notFoundPage].includes(page),
      )
      .map(({ page }) => page),
  };
}

/** The sources of what the layouts of the front page and the prize's page show from the registers. */
function shownSources(slug: string, { prize, editions }: Facts): readonly Source[] {
  if (slug === "index") return editions.flatMap(({ sources }) => sources.slice(0, 1));
  if (slug !== "om-prisen") return [];
  const ofPrize = [...(prize?.amountSources ?? []), ...(prize?.criteriaSources ?? [])];
  return [...editions.flatMap(({ sources }) => sources), ...ofPrize];
}

function resolveDrawing(spec: z.infer<typeof DrawingSpec>, facts: Facts, where: Where): Drawing {
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

function drawingFigures({ kind: _, ...figures }: Drawing) {
  return Object.values(figures);
}

/** Tells every fault in a page's prose: in its structure, and in what it refers to. */
function checkProse(document: Document, documents: readonly Document[], facts: Facts, report: Report): void {
  const { file, prose, bodyLine } = document;
  for (const fault of prose.faults) {
    report.add(fault.rule, file, { line: bodyLine + fault.line, column: 1 }, fault.message);
  }
  for (const { kind, target, line } of prose.references) {
    const position = { line: bodyLine + line, column: 1 };
    if (kind === "source") facts.sources.findAt(target, file, position);
    else if (kind === "picture") facts.pictures.findAt(target, file, position);
    else if (kind === "person") facts.people.findAt(target, file, position);
    else if (resolveLink(target, document, documents) === null) {
      report.add(
        "dead-link",
        file,
        position,
        `Lenken «${target}» fører ingen steder. Det finnes ingen slik side eller overskrift her.`,
      );
    }
  }
}
