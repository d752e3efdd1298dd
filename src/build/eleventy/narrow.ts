import type { Collections, Neighbours } from "../../model/collections.ts";
import type { Mention, Page, Site } from "../../model/site.ts";
import { calendarPath } from "../exports/calendar.ts";
import { ATOM_PATH, feedPages, JSON_PATH } from "../exports/feed.ts";
import { shared } from "../output/keys.ts";
import { entries, frame, linked, linkedArticle, mentionedEdition, NOTHING_BELOW } from "./linked.ts";

/** One entry for each page of a site, and for each other file that a template makes. `files` are as for `narrowGalleries`. */
export function narrow(site: Site, files: ReadonlyMap<string, { readonly size: number }>): Collections {
  const articles = eachArticle(site);
  return {
    site: [{ site }],
    feeds: narrowFeeds(site),
    calendars: narrowCalendars(site),
    articlePages: narrowArticles(articles, site),
    projects: narrowProjects(articles),
    galleries: narrowGalleries(articles, files),
    pictures: narrowPictures(articles),
    ...narrowOthers(site),
  };
}

/**
 * Each article, what other pages show of it, and the site that its page and those below it are given: its frame, the newest article and
 * the article itself, as others show them; to be told to machines also with all editions.
 */
export function eachArticle(site: Site) {
  const around = frame(site);
  const editions = shared(site.editions.map(mentionedEdition));
  const [newest] = site.articles.map((article) => shared(linkedArticle(article)));
  return site.articles.map((whole) => {
    const above = shared(linkedArticle(whole));
    const articles = newest === undefined || newest.url === above.url ? [above] : [newest, above];
    const framed = shared({ ...around, articles });
    return { whole, above, framed, told: shared({ ...framed, editions }) };
  });
}

type EachArticle = ReturnType<typeof eachArticle>;

/** The pages beside one in a row. */
function neighbours(row: readonly Page[], index: number): Neighbours {
  return { previous: mention(row[index - 1]), next: mention(row[index + 1]) };
}

function mention(page: Page | undefined): Mention | null {
  return page === undefined ? null : { language: page.language, title: page.title, url: page.url };
}

/** Each project's page, with its neighbours in the edition's row. */
export function narrowProjects(articles: EachArticle): Collections["projects"] {
  return articles.flatMap(({ whole: { projects }, above, framed }) =>
    projects.map((project, index) => ({
      site: framed,
      article: above,
      project,
      ...neighbours(projects, index),
    })),
  );
}

/** Each picture's page, with its neighbours among the edition's pictures. */
export function narrowPictures(articles: EachArticle): Collections["pictures"] {
  // Machines are told what prizes those in the picture have won.
  return articles.flatMap(({ whole: { picturePages }, above, told }) =>
    picturePages.map((page, index) => ({
      site: told,
      article: above,
      page,
      ...neighbours(picturePages, index),
    })),
  );
}

/** Each article's page, with the entries of its projects. */
function narrowArticles(articles: EachArticle, { prize }: Site): Collections["articlePages"] {
  const facts = shared({ ...prize, criteria: [], criteriaYears: [], criteriaSources: [] });
  return articles.map(({ whole, told }) => ({
    site: { ...told, prize: facts },
    article: { ...whole, projects: entries(whole), picturePages: [], gallery: linked(whole.gallery) },
  }));
}

/** Each article's page of pictures. `files` are all pictures', by their addresses, with their size in bytes. */
function narrowGalleries(
  articles: EachArticle,
  files: ReadonlyMap<string, { readonly size: number }>,
): Collections["galleries"] {
  return articles.map(({ whole: { pictures, gallery }, above, told }) => {
    const urls = pictures.flatMap(({ photograph }) => photograph?.fallback.url ?? []);
    const sizes = Object.fromEntries(urls.map((url) => [url, files.get(url)?.size ?? 0]));
    return { site: told, article: { ...above, pictures, gallery }, sizes };
  });
}

/** The pages that are not an article's: each alone with what its layout shows of the site. */
function narrowOthers(
  site: Site,
): Pick<
  Collections,
  "frontPages" | "prizePage" | "sourcesPage" | "dataPage" | "notFoundPage" | "plainPages"
> {
  const { prize, editions, sources, figures, frontPage, prizePage, sourcesPage, dataPage, notFoundPage } =
    site;
  const newest = site.articles.slice(0, 1);
  const framed = { ...frame(site), articles: newest.map(linkedArticle) };
  const told = newest.map((whole) => ({
    ...linkedArticle(whole),
    lead: whole.lead,
    projects: entries(whole),
  }));
  return {
    frontPages: [frontPage, ...site.foreignFrontPages].map((page) => ({
      site: { ...framed, editions, articles: told, frontPage },
      page,
    })),
    prizePage: [{ site: { ...framed, prize, editions, prizePage } }],
    sourcesPage: [{ site: { ...framed, sources, sourcesPage } }],
    dataPage: [{ site: { ...framed, editions: editions.map(mentionedEdition), figures, dataPage } }],
    notFoundPage: [{ site: { ...framed, notFoundPage } }],
    plainPages: site.plainPages.map((page) => ({ site: framed, page })),
  };
}

/** The feed in both its forms, with what it carries: of an article its projects as entries, and no pictures' pages. */
function narrowFeeds(site: Site): Collections["feeds"] {
  const pages = feedPages(site).map((page) =>
    "projects" in page
      ? { ...page, ...NOTHING_BELOW, gallery: linked(page.gallery), projects: entries(page) }
      : page,
  );
  const framed = { ...frame(site), settings: site.settings };
  return [ATOM_PATH, JSON_PATH].map((path) => ({ site: framed, pages, path }));
}

/** Each article's calendar, when there are days to tell, with what the article tells of them. */
function narrowCalendars(site: Site): Collections["calendars"] {
  const framed = shared({ ...frame(site), prize: site.prize });
  return site.articles.flatMap((whole) => {
    const path = calendarPath(site, whole);
    if (path === null) return [];
    const { description, changes, milestones, edition } = whole;
    const article = { ...linkedArticle(whole), description, changes, milestones, edition };
    return [{ site: framed, article, path }];
  });
}
