import type { Assets } from "./assets.ts";
import type { Article, Mention, Page, PicturePage, Project, Site } from "./site.ts";

/** The pages before and after one in its row; null at the row's ends. */
export interface Neighbours {
  readonly previous: Mention | null;
  readonly next: Mention | null;
}

/** The sizes of the files in which others may use an article's pictures, in bytes, by their addresses. */
export type PictureSizes = Readonly<Record<string, number>>;

/** Entries of a collection: each with the site, and with what else its template needs. */
type Entries<Needed = object> = readonly ({ readonly site: Site } & Readonly<Needed>)[];

/** What each page template paginates over: one entry a page, with all that its layout is given. */
export interface Collections {
  /** For what there is one of and is no page. */
  readonly site: Entries;
  /** The same feed in each of its forms, by their addresses. */
  readonly feeds: Entries<{ pages: readonly (Article | Project)[]; path: string }>;
  readonly calendars: Entries<{ article: Article; path: string }>;
  readonly articlePages: Entries<{ article: Article }>;
  readonly projects: Entries<{ article: Article; project: Project } & Neighbours>;
  readonly galleries: Entries<{ article: Article; sizes: PictureSizes }>;
  readonly pictures: Entries<{ article: Article; page: PicturePage } & Neighbours>;
  readonly frontPages: Entries<{ page: Page }>;
  /** The pages that the site has one of, by the names it has for them. */
  readonly prizePage: Entries;
  readonly sourcesPage: Entries;
  readonly dataPage: Entries;
  readonly notFoundPage: Entries;
  readonly plainPages: Entries<{ page: Page }>;
}

/** What Eleventy gives a template that paginates over a collection: one entry of it, and what all pages share. */
export interface Given<Name extends keyof Collections> {
  readonly item: Collections[Name][number];
  readonly assets: Assets;
}

/**
 * Eleventy's data for a template that makes one file of each entry of a collection, at its address: «/2017/» is a page in a folder of its
 * own. No file where the address is false.
 */
export function eachOf<Name extends keyof Collections>(
  name: Name,
  addressOf: (item: Collections[Name][number]) => string | false,
) {
  return {
    pagination: { data: `collection.${name}`, size: 1, alias: "item" },
    permalink({ item }: Given<Name>) {
      const address = addressOf(item);
      return address === false ? false : address.replace(/\/$/, "/index.html");
    },
  };
}
