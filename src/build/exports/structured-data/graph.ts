import type { Article as ArticleNode, Graph, NewsArticle, Thing, WebPage } from "schema-dts";
import type { Article, Organisation, Page, Person, Project, Site } from "../../../model/site.ts";
import { absoluteUrl } from "../../format/address.ts";
import { lastChanged } from "../../format/date.ts";
import { isArticle, isPicturePage, isProject } from "../../format/page.ts";
import { dataset } from "./dataset.ts";
import {
  awardEvent,
  awardId,
  idOf,
  organisation,
  person,
  photographs,
  refer,
  SITE,
  webSite,
} from "./nodes.ts";

/**
 * What a page tells machines in schema.org's words, as one JSON-LD graph: only what the page or the registers say, each
 * thing once and then by reference. Nobody is named as author or publisher: no such fact is known.
 */
export function structuredData(site: Site, page: Page): Graph {
  return {
    "@context": "https://schema.org",
    "@graph": [webSite(site), ...about(site, page), ...way(site, page)],
  };
}

function about(site: Site, page: Page): readonly Thing[] {
  if (isArticle(page))
    return [
      newsArticle(site, page),
      awardEvent(site, page),
      ...named(site, peopleOf(page), page.edition.winner),
    ];
  if (isProject(page)) return [projectArticle(site, page)];
  if (page === site.dataPage) return [webPage(site, page), dataset(site)];
  if (isPicturePage(page))
    return [webPage(site, page), ...photographs(site, [page.picture]), ...named(site, page.picture.people)];
  const article = articleAbove(site, page);
  if (article?.gallery !== page) return [webPage(site, page)];
  const pictured = article.pictures.flatMap(({ photograph, people }) => (photograph === null ? [] : people));
  return [webPage(site, page), ...photographs(site, article.pictures), ...named(site, pictured)];
}

/** What every kind of page has in common. */
function work(site: Site, page: Page) {
  const changed = lastChanged(page);
  return {
    "@id": absoluteUrl(site, page.url),
    url: absoluteUrl(site, page.url),
    description: page.description,
    inLanguage: page.language,
    isPartOf: refer(idOf(site, SITE)),
    ...(page.published === null ? {} : { datePublished: page.published }),
    ...(changed === null ? {} : { dateModified: changed }),
  };
}

function webPage(site: Site, page: Page): WebPage {
  return { "@type": "WebPage", ...work(site, page), name: page.title };
}

/** What the two kinds of articles have in common. */
function written(site: Site, page: Page) {
  return {
    ...work(site, page),
    headline: page.title,
    image: absoluteUrl(site, page.shareImage.url),
    citation: page.sources.map(({ url }) => url),
  };
}

function newsArticle(site: Site, page: Article): NewsArticle {
  return {
    "@type": "NewsArticle",
    ...written(site, page),
    about: refer(awardId(site, page)),
    mentions: peopleOf(page).map((who) => refer(idOf(site, who))),
    hasPart: page.projects.map(({ url }) => refer(absoluteUrl(site, url))),
  };
}

function projectArticle(site: Site, page: Project): ArticleNode {
  const whole = articleAbove(site, page);
  return {
    "@type": "Article",
    ...written(site, page),
    ...(whole === undefined ? {} : { isPartOf: refer(absoluteUrl(site, whole.url)) }),
  };
}

/** The people of an article's edition: who spoke, who handed the prize over, who led the jury, who is in the pictures. */
function peopleOf({ prose, edition, pictures }: Article): readonly Person[] {
  const speakers = prose.blocks.flatMap((block) => (block.kind === "statement" ? [block.speaker] : []));
  const others = [edition.presenter, edition.juryLeader, ...pictures.flatMap(({ people }) => people)];
  return unique([...speakers, ...others.filter((who) => who !== null)]);
}

/** The people, with the organisations that they belong to, and the one that has won. */
function named(site: Site, people: readonly Person[], winner: Organisation | null = null): readonly Thing[] {
  const organisations = [winner, ...people.map(({ organisation }) => organisation)];
  return [
    ...unique(organisations.filter((each) => each !== null)).map((each) => organisation(site, each)),
    ...unique(people).map((each) => person(site, each)),
  ];
}

function unique<Known extends { readonly id: string }>(all: readonly Known[]): readonly Known[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** The article that a project or a gallery belongs to: its address is the beginning of theirs. */
function articleAbove(site: Site, page: Page): Article | undefined {
  return site.articles.find((article) => article.url !== page.url && page.url.startsWith(article.url));
}

/** The way from the front page down to the page. */
function way(site: Site, page: Page): readonly Thing[] {
  if (page === site.frontPage) return [];
  const above = articleAbove(site, page);
  const edition =
    above === undefined ? [] : [{ name: `${site.prize.name} ${above.edition.year}`, url: above.url }];
  const gallery = above !== undefined && isPicturePage(page) ? [above.gallery] : [];
  const steps = [
    { name: site.settings.title, url: "/" },
    ...edition,
    ...[...gallery, page].map(({ title, url }) => ({ name: title, url })),
  ];
  const itemListElement = steps.map(({ name, url }, index) => ({
    "@type": "ListItem" as const,
    position: index + 1,
    name,
    item: absoluteUrl(site, url),
  }));
  return [{ "@type": "BreadcrumbList", itemListElement }];
}
