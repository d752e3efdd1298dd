import type { Article, Project, Site } from "../../model/site.ts";
import { absoluteUrl } from "../format/address.ts";
import { lastChanged, newestChange } from "../format/date.ts";

/** A page that the feeds carry in full. */
type FeedPage = Article | Project;

/** Gives a page's content as HTML that stands on its own: absolute addresses, no drawings. */
type ContentOf = (page: FeedPage) => string;

export const ATOM_PATH = "/feed.xml";
export const JSON_PATH = "/feed.json";

/** The feed in Atom 1.0 (RFC 4287). All times are the data's own; the feed itself is as new as its newest entry. */
export async function atomFeed(
  site: Site,
  pages: readonly FeedPage[],
  contentOf: ContentOf,
): Promise<string> {
  // Loaded where a feed is made: few builds make one.
  const { generateAtomFeed } = await import("feedsmith");
  const { title, description } = site.settings;
  const home = absoluteUrl(site, "/");
  return generateAtomFeed(
    {
      id: home,
      title: { value: title },
      subtitle: { value: description },
      updated: midnight(newestChange(pages) ?? EPOCH),
      links: [
        { rel: "self", type: "application/atom+xml", href: absoluteUrl(site, ATOM_PATH) },
        { rel: "alternate", type: "text/html", hreflang: "nb", href: home },
      ],
      authors: [{ name: title, uri: home }],
      xml: { lang: "nb" },
      entries: pages.map((page) => ({
        id: absoluteUrl(site, page.url),
        title: { value: page.title },
        links: [{ rel: "alternate", type: "text/html", href: absoluteUrl(site, page.url) }],
        published: midnight(page.published),
        updated: midnight(lastChanged(page)),
        summary: { value: page.description },
        content: { type: "html", value: contentOf(page) },
      })),
    },
    { strict: true },
  );
}

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(site: Site, pages: readonly FeedPage[], contentOf: ContentOf): string {
  const { title, description } = site.settings;
  const home = absoluteUrl(site, "/");
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: home,
    feed_url: absoluteUrl(site, JSON_PATH),
    language: "nb",
    authors: [{ name: title, url: home }],
    items: pages.map((page) => ({
      id: absoluteUrl(site, page.url),
      url: absoluteUrl(site, page.url),
      title: page.title,
      summary: page.description,
      content_html: contentOf(page),
      date_published: midnight(page.published),
      date_modified: midnight(lastChanged(page)),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** Feeds carry what is new; the sitemap has everything. */
const LONGEST = 50;

/** What the feeds carry, the last changed first; of those changed on one day the newest edition's article, then its projects. */
export function feedPages({ articles }: Pick<Site, "articles">): readonly FeedPage[] {
  const all: FeedPage[] = articles.flatMap((article) => [article, ...article.projects]);
  const dated = all.map((page) => ({ page, day: lastChanged(page) }));
  const newestFirst = dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return newestFirst.slice(0, LONGEST).map(({ page }) => page);
}

/** A feed must say when it was updated (RFC 4287, 4.1.1); one without entries has not been yet. */
const EPOCH = "1970-01-01";

/** A day as a point in time: its first moment in UTC. The clock of the build has no say. */
function midnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
