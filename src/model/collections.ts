import type { Assets } from "./assets.ts";
import type { Article, Mention, Page, PicturePage, Project, Site } from "./site.ts";

/** The pages before and after one in its row; null at the row's ends. */
export interface Neighbours {
  readonly previous: Mention | null;
  readonly next: Mention | null;
}

/** The sizes of the files in which others may use an article's pictures, in bytes, by their addresses. */
export type PictureSizes = Readonly<Record<string, number>>;

/** What each page template paginates over: one entry a page, with all that its layout is given. */
export interface Collections {
  /** For what there is one of and is no page. */
  readonly site: readonly { readonly site: Site }[];
  /** The same feed in each of its forms, by their addresses. */
  readonly feeds: readonly {
    readonly site: Site;
    readonly pages: readonly (Article | Project)[];
    readonly path: string;
  }[];
  readonly calendars: readonly { readonly site: Site; readonly article: Article }[];
  readonly articlePages: readonly { readonly site: Site; readonly article: Article }[];
  readonly projects: readonly ({
    readonly site: Site;
    readonly article: Article;
    readonly project: Project;
  } & Neighbours)[];
  readonly galleries: readonly {
    readonly site: Site;
    readonly article: Article;
    readonly sizes: PictureSizes;
  }[];
  readonly pictures: readonly ({
    readonly site: Site;
    readonly article: Article;
    readonly page: PicturePage;
  } & Neighbours)[];
  readonly frontPages: readonly { readonly site: Site; readonly page: Page }[];
  /** The pages that the site has one of, by the names it has for them. */
  readonly prizePage: readonly { readonly site: Site }[];
  readonly sourcesPage: readonly { readonly site: Site }[];
  readonly dataPage: readonly { readonly site: Site }[];
  readonly notFoundPage: readonly { readonly site: Site }[];
  readonly plainPages: readonly { readonly site: Site; readonly page: Page }[];
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
