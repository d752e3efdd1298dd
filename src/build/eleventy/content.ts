import type { Article, Page, PicturePage, Project, Site } from "../../model/site.ts";
import { contentFolders, type Reading, readContent } from "../contract/read.ts";
import { readAddress } from "../hosts/address.ts";
import type { EleventyConfig } from "./api.ts";

/** What each page template paginates over: one entry a page, with all that its layout is given. */
export interface Collections {
  readonly site: readonly Site[];
  readonly articles: readonly { readonly site: Site; readonly article: Article }[];
  readonly projects: readonly { readonly site: Site; readonly article: Article; readonly project: Project }[];
  readonly pictures: readonly {
    readonly site: Site;
    readonly article: Article;
    readonly page: PicturePage;
  }[];
  readonly frontPages: readonly { readonly site: Site; readonly page: Page }[];
  readonly plainPages: readonly { readonly site: Site; readonly page: Page }[];
}

let reading: Promise<Reading> | undefined;
let latest: Site | null = null;

/** The content as it stands: read once for a build, and again in live preview when a file changed. */
export function currentReading(): Promise<Reading> {
  reading ??= readContent(process.cwd()).then(({ site, problems }) => ({
    site: site === null ? null : settle(site),
    problems,
  }));
  return reading;
}

/** The site at the address that the environment gives it; its own address then ends with the path it lies under. */
function settle(site: Site): Site {
  const address = readAddress(process.env);
  if ("fault" in address) throw new Error(address.fault);
  const { href } = new URL(address.prefix, address.origin ?? site.settings.url);
  return { ...site, settings: { ...site.settings, url: href } };
}

/**
 * Hands the content to Eleventy as collections. While the content has mistakes, live preview keeps the last site that
 * was right; with none yet there are no pages, and the preview shows the mistakes instead.
 */
export function contentPlugin(config: EleventyConfig): void {
  for (const folder of contentFolders) config.addWatchTarget(`./${folder}/`);
  config.on("eleventy.beforeWatch", () => {
    reading = undefined;
  });
  config.addGlobalData("collection", async () => {
    latest = (await currentReading()).site ?? latest;
    return latest === null
      ? { site: [], articles: [], projects: [], pictures: [], frontPages: [], plainPages: [] }
      : collect(latest);
  });
}

function collect(site: Site): Collections {
  return {
    site: [site],
    articles: site.articles.map((article) => ({ site, article })),
    projects: site.articles.flatMap((article) =>
      article.projects.map((project) => ({ site, article, project })),
    ),
    pictures: site.articles.flatMap((article) =>
      article.picturePages.map((page) => ({ site, article, page })),
    ),
    frontPages: [site.frontPage, ...site.foreignFrontPages].map((page) => ({ site, page })),
    plainPages: site.plainPages.map((page) => ({ site, page })),
  };
}
