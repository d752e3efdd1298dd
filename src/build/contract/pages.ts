import type { z } from "zod";
import { ArticleHead, PageHead, ProjectHead } from "../../model/frontmatter.ts";
import type { Article, Drawing, Edition, Page, Project, Site, Source } from "../../model/site.ts";
import { renderProse } from "../markdown/render.ts";
import type { Document } from "./documents.ts";
import type { Facts } from "./facts.ts";
import type { Documents } from "./links.ts";
import { requiredPages } from "./places.ts";
import { type Report, START } from "./problem.ts";
import { type Where, within } from "./registry.ts";
import { conform } from "./schema.ts";

/** A document whose head is in order, with what the head refers to. The kinds are told apart by their place. */
interface Entry<Head> {
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

/** Holds every head against its schema and resolves what it refers to; tells pages that must be there and are not. */
export function resolveHeads(documents: Documents, facts: Facts, report: Report): Entries {
  const articles: Entries["articles"][number][] = [];
  const projects: Entries["projects"][number][] = [];
  const pages: Entries["pages"][number][] = [];
  const editionOf = ({ place, file }: Document): Edition | null => {
    const edition = facts.editions.find(({ year }) => year === place.year);
    if (edition !== undefined) return { ...edition, url: place.url };
    report.add(
      "unknown-reference",
      file,
      START,
      `Det finnes ingen utgave for ${place.year} i _data/editions.json. Legg den til der først.`,
    );
    return null;
  };
  for (const document of documents.all) {
    const { head, place } = document;
    const where = within(head, []);
    if (place.kind === "article") {
      const data = conform(head, ArticleHead, report);
      const edition = editionOf(document);
      if (data === null || edition === null) continue;
      const milestones = facts.milestones
        .filter(({ edition: year }) => year === place.year)
        .map(({ source }) => source);
      const shown = [...edition.sources, ...milestones, ...(facts.prize?.amountSources ?? [])];
      articles.push({
        document,
        head: data,
        edition,
        sources: [...findSources(data.sources, where), ...shown],
      });
      requirePage(`${place.year}/bilder/index.md`);
    } else if (place.kind === "project") {
      const data = conform(head, ProjectHead, report);
      requirePage(`${place.year}/index.md`);
      if (data === null) continue;
      const figures = facts.figures.findAll(data.figures, where, ["figures"]);
      const drawing = resolveDrawing(data.drawing, facts, where);
      const shown = [...figures, ...drawingFigures(drawing)].map(({ source }) => source);
      projects.push({
        document,
        head: data,
        figures,
        drawing,
        sources: [...findSources(data.sources, where), ...shown],
      });
    } else {
      const data = conform(head, PageHead, report);
      if (data !== null) pages.push({ document, head: data, sources: shownSources(document, facts) });
    }
  }
  for (const name of requiredPages) requirePage(name);
  return { articles, projects, pages };

  function findSources(ids: readonly string[], where: Where): readonly Source[] {
    return facts.sources.findAll(ids, where, ["sources"]);
  }

  function requirePage(name: string): void {
    const file = `src/content/${name}`;
    if (!documents.exists(file))
      report.add("missing-file", file, START, "Nettstedet må ha denne siden. Legg filen tilbake.");
  }
}

/** Builds the site. Only for content without errors: every reference has been found, every link leads somewhere. */
export function buildSite(entries: Entries, documents: Documents, facts: Facts): Site | null {
  const { settings, prize } = facts;
  const pageOf = ({
    document,
    head,
    sources,
  }: Entry<{ title: string; description: string; lead?: string | undefined }>): Page => {
    const cited = document.prose.references.flatMap(({ kind, target }) =>
      kind === "source" ? [target] : [],
    );
    const inProse = cited.map((id) => facts.sources.get(id));
    const all = [...new Set([...sources, ...inProse])];
    const prose = renderProse(document.prose, {
      link: (target) => documents.resolveLink(target, document) ?? "",
      picture: (id) => facts.pictures.get(id),
      person: (id) => facts.people.get(id),
      citation: (id) => all.findIndex((source) => source.id === id) + 1,
    });
    const { title, description, lead } = head;
    return {
      file: document.file,
      url: document.place.url,
      title,
      description,
      lead: lead ?? null,
      sources: all,
      prose,
    };
  };
  const pages = new Map(entries.pages.map((entry) => [entry.document.place.url, pageOf(entry)]));
  const projects = entries.projects.map((entry) => ({
    year: entry.document.place.year,
    order: entry.head.order,
    project: {
      ...pageOf(entry),
      slug: entry.document.place.slug,
      summary: entry.head.summary,
      figures: entry.figures,
      drawing: entry.drawing,
    },
  }));
  const articles = entries.articles.flatMap((entry): Article[] => {
    const { edition, head } = entry;
    const gallery = pages.get(`/${edition.year}/bilder/`);
    if (gallery === undefined) return [];
    return [
      {
        ...pageOf(entry),
        edition,
        published: head.published,
        points: head.points,
        projects: projects
          .filter(({ year }) => year === edition.year)
          .sort((a, b) => a.order - b.order)
          .map(({ project }) => project),
        pictures: facts.pictures.all.filter((picture) => picture.edition === edition.year),
        gallery,
        milestones: facts.milestones.filter((milestone) => milestone.edition === edition.year),
      },
    ];
  });
  const [frontPage, prizePage, sourcesPage, notFoundPage] = ["/", "/om-prisen/", "/kilder/", "/404.html"].map(
    (url) => pages.get(url),
  );
  if (!settings || !prize || !frontPage || !prizePage || !sourcesPage || !notFoundPage) return null;
  const named = [frontPage, prizePage, sourcesPage, notFoundPage, ...articles.map(({ gallery }) => gallery)];
  const everyPage = [...articles, ...projects.map(({ project }) => project), ...pages.values()];
  return {
    settings,
    prize,
    editions: facts.editions.map((edition) => ({
      ...edition,
      url: articles.find((article) => article.edition.year === edition.year)?.url ?? null,
    })),
    sources: facts.sources.all.map((source) => ({
      ...source,
      mentions: everyPage
        .filter((page) => page.sources.includes(source))
        .map(({ title, url }) => ({ title, url })),
    })),
    articles: articles.sort((a, b) => b.edition.year - a.edition.year),
    frontPage,
    prizePage,
    sourcesPage,
    notFoundPage,
    plainPages: [...pages.values()].filter((page) => !named.includes(page)),
  };
}

/** The sources of what the layouts of the front page and the prize's page show from the registers. */
function shownSources({ place }: Document, { prize, editions }: Facts): readonly Source[] {
  if (place.url === "/") return editions.flatMap(({ sources }) => sources.slice(0, 1));
  if (place.url !== "/om-prisen/") return [];
  return [
    ...editions.flatMap(({ sources }) => sources),
    ...(prize?.amountSources ?? []),
    ...(prize?.criteriaSources ?? []),
  ];
}

function resolveDrawing(spec: z.infer<typeof ProjectHead>["drawing"], facts: Facts, where: Where): Drawing {
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
