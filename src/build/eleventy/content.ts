import type { Collections } from "../../model/collections.ts";
import type { Site } from "../../model/site.ts";
import { type Reading, readContent } from "../contract/read.ts";
import { readBuildTime } from "../contract/schedule.ts";
import { readAddress } from "../hosts/address.ts";
import type { EleventyConfig } from "./api.ts";
import { narrowArticles, narrowPictures, narrowProjects } from "./narrow.ts";
import { toBeMade } from "./reuse.ts";

let reading: Promise<Reading & { readonly now: number }> | undefined;

/**
 * The content, read once for a build, at one moment that decides which pages are due. The live preview's build has
 * `SHOW_WAITING` set, and sees the pages that wait.
 */
export function currentReading(): Promise<Reading & { readonly now: number }> {
  reading ??= read();
  return reading;
}

async function read(): Promise<Reading & { readonly now: number }> {
  const now = readBuildTime(process.env);
  const { site, ...rest } = await readContent(process.cwd(), {
    now,
    waitingToo: process.env.SHOW_WAITING === "1",
  });
  return { site: site === null ? null : settle(site), now, ...rest };
}

/** The site at the address that the environment gives it; its own address then ends with the path it lies under. */
function settle(site: Site): Site {
  const { prefix, origin } = readAddress(process.env);
  const { href } = new URL(prefix, origin ?? site.settings.url);
  return { ...site, settings: { ...site.settings, url: href } };
}

/** Hands the content to Eleventy as collections. */
export function contentPlugin(config: EleventyConfig): void {
  config.addGlobalData("collection", currentCollections);
}

let entries: Promise<Collections> | undefined;

/** One entry for each page of the site. */
export function currentEntries(): Promise<Collections> {
  entries ??= currentReading().then(({ site }) => {
    if (site === null) throw new Error("Nothing is built of content with mistakes.");
    return collect(site);
  });
  return entries;
}

let collections: Promise<Collections> | undefined;

/** One entry for each page that has to be made; the pages that earlier builds have made of the same are left out. */
export function currentCollections(): Promise<Collections> {
  collections ??= currentEntries().then(async ({ articlePages, projects, pictures, ...rest }) => ({
    ...rest,
    articlePages: await toBeMade(articlePages, ({ article }) => article),
    projects: await toBeMade(projects, ({ project }) => project),
    pictures: await toBeMade(pictures, ({ page }) => page),
  }));
  return collections;
}

function collect(site: Site): Collections {
  return {
    site: [{ site }],
    articles: site.articles.map((article) => ({ site, article })),
    articlePages: narrowArticles(site),
    projects: narrowProjects(site),
    pictures: narrowPictures(site),
    frontPages: [site.frontPage, ...site.foreignFrontPages].map((page) => ({ site, page })),
    plainPages: site.plainPages.map((page) => ({ site, page })),
  };
}
