import type * as z from "zod";
import type { PageHead } from "../../model/frontmatter.ts";
import type { Article, Page, Picture, PicturePage, Redirect, Site } from "../../model/site.ts";
import { groupBy } from "../format/groups.ts";
import { renderProse } from "../markdown/render.ts";
import { planShareImage } from "../pictures/share.ts";
import type { Facts } from "./facts.ts";
import type { Entries, Entry } from "./heads.ts";
import type { Documents } from "./links.ts";

/** Builds the site. Only for content without errors: every reference has been found, every link leads somewhere. */
export function buildSite(
  entries: Entries,
  documents: Documents,
  facts: Facts,
  redirects: readonly Redirect[],
): Site | null {
  const all = [...entries.articles, ...entries.projects, ...entries.pages];
  const shown = new Set(all.map(({ document }) => document.place.url));
  const { settings, prize } = facts;
  const pageOf = ({ document, head, sources }: Entry<z.infer<typeof PageHead>>): Page => {
    const cited = document.prose.references.flatMap(({ kind, target }) =>
      kind === "source" ? [facts.sources.get(target)] : [],
    );
    const numbered = [...new Set([...sources, ...cited])];
    const prose = renderProse(document.prose, {
      link: (target) => documents.resolveLink(target, document) ?? "",
      picture: (id) => facts.pictures.get(id),
      person: (id) => facts.people.get(id),
      citation: (id) => numbered.findIndex((source) => source.id === id) + 1,
    });
    const { title, description, lead, published, changes } = head;
    const { year, language } = document.place;
    const eyebrow = year === null ? settings?.title : `${prize?.name} ${year}`;
    return {
      file: document.file,
      url: document.place.url,
      language,
      translations: documents.translationsOf(document).filter(({ url }) => shown.has(url)),
      title,
      description,
      lead: lead ?? null,
      published: published ?? null,
      changes: changes ?? [],
      sources: numbered,
      prose,
      shareImage: planShareImage({ title, language }, eyebrow ?? ""),
      waits: documents.schedule.waits(document),
    };
  };
  const pages = new Map(entries.pages.map((entry) => [entry.document.place.url, pageOf(entry)]));
  const projects = entries.projects.map((entry) => ({
    year: entry.document.place.year,
    order: entry.head.order,
    // Its own fields first: added to a copy one by one they take four times as long.
    project: {
      slug: entry.document.place.slug,
      summary: entry.head.summary,
      figures: entry.figures,
      drawing: entry.drawing,
      ...pageOf(entry),
      published: entry.head.published,
    },
  }));
  const projectsOf = groupBy(projects, ({ year }) => year);
  const picturesOf = groupBy(facts.pictures.all, ({ edition }) => edition);
  const milestonesOf = groupBy(facts.milestones, ({ edition }) => edition);
  const articles = entries.articles.flatMap((entry): Article[] => {
    const { edition, head } = entry;
    const gallery = pages.get(`/${edition.year}/bilder/`);
    if (gallery === undefined) return [];
    const pictures = picturesOf.get(edition.year) ?? [];
    return [
      {
        ...pageOf(entry),
        edition,
        published: head.published,
        points: head.points,
        projects: (projectsOf.get(edition.year) ?? [])
          .sort((a, b) => a.order - b.order)
          .map(({ project }) => project),
        pictures,
        picturePages: pictures.map((picture) => picturePage(picture, gallery)),
        gallery,
        milestones: milestonesOf.get(edition.year) ?? [],
      },
    ];
  });
  const named = ["/", "/om-prisen/", "/kilder/", "/data/", "/404.html"].map((url) => pages.get(url));
  const [frontPage, prizePage, sourcesPage, dataPage, notFoundPage] = named;
  if (!settings || !prize || !frontPage || !prizePage || !sourcesPage || !dataPage || !notFoundPage)
    return null;
  const foreignFrontPages = frontPage.translations.flatMap(({ url }) => pages.get(url) ?? []);
  articles.sort((a, b) => b.edition.year - a.edition.year);
  const isForeign = ({ language }: Page) => language !== frontPage.language;
  const everyPage = [
    ...articles.flatMap((article) => [article, ...article.projects, ...article.picturePages]),
    ...pages.values(),
  ].sort((a, b) => Number(isForeign(a)) - Number(isForeign(b)));
  const leaning = everyPage.flatMap(({ language, title, url, sources }) =>
    sources.map((source) => ({ source, mention: { language, title, url } })),
  );
  const mentionsOf = groupBy(leaning, ({ source }) => source);
  const notPlain = new Set<Page | undefined>([
    ...named,
    ...articles.map(({ gallery }) => gallery),
    ...foreignFrontPages,
  ]);
  return {
    settings,
    prize,
    editions: facts.editions.map((edition) => ({
      ...edition,
      url: articles.find((article) => article.edition.year === edition.year)?.url ?? null,
    })),
    sources: facts.sources.all.map((source) => ({
      ...source,
      mentions: (mentionsOf.get(source) ?? []).map(({ mention }) => mention),
    })),
    figures: facts.figures.all,
    people: facts.people.all,
    organisations: facts.organisations.all,
    articles,
    frontPage,
    prizePage,
    sourcesPage,
    dataPage,
    notFoundPage,
    pages: everyPage,
    plainPages: [...pages.values()].filter((page) => !notPlain.has(page)),
    foreignFrontPages,
    redirects: redirects.filter(({ to }) => shown.has(to)),
  };
}

/** A picture's own page: what the register knows of it, told by the layout. */
function picturePage(picture: Picture, { language, shareImage, waits }: Page): PicturePage {
  const { title, url, captionText } = picture;
  return {
    file: "_data/pictures.json",
    url,
    language,
    translations: [],
    title,
    description: captionText,
    lead: null,
    published: null,
    changes: [],
    prose: { blocks: [], headings: [], words: 0 },
    sources: [],
    shareImage: planShareImage({ title, language }, shareImage.eyebrow),
    waits,
    picture,
  };
}
