import type { Collections } from "../../model/collections.ts";
import { once } from "../format/once.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";
import { ownShare } from "./helper.ts";
import { narrow } from "./narrow.ts";
import { currentPhotographs } from "./pictures.ts";
import { toBeMade } from "./reuse.ts";

/** Hands the content to Eleventy as collections. */
export function collectionsPlugin(config: EleventyConfig): void {
  config.addGlobalData("collection", currentCollections);
}

/** One entry for each page of the site. */
export const currentEntries = once(async (): Promise<Collections> => {
  const { site } = await currentReading();
  if (site === null) throw new Error("Nothing is built of content with mistakes.");
  return narrow(site, await currentPhotographs());
});

/** One entry for each file that has to be made; those that earlier builds have made of the same are left out. */
export const currentCollections = once(async (): Promise<Collections> => {
  const all = await currentEntries();
  return {
    ...all,
    feeds: await toBeMade(all.feeds, ({ path }) => path),
    calendars: await toBeMade(all.calendars, ({ path }) => path),
    articlePages: await toBeMade(all.articlePages, ({ article }) => article.url),
    projects: await toBeMade(ownShare(all.projects), ({ project }) => project.url),
    galleries: await toBeMade(all.galleries, ({ article }) => article.gallery.url),
    pictures: await toBeMade(all.pictures, ({ page }) => page.url),
    frontPages: await toBeMade(all.frontPages, ({ page }) => page.url),
    prizePage: await toBeMade(all.prizePage, ({ site }) => site.prizePage.url),
    sourcesPage: await toBeMade(all.sourcesPage, ({ site }) => site.sourcesPage.url),
    dataPage: await toBeMade(all.dataPage, ({ site }) => site.dataPage.url),
    notFoundPage: await toBeMade(all.notFoundPage, ({ site }) => site.notFoundPage.url),
    plainPages: await toBeMade(all.plainPages, ({ page }) => page.url),
  };
});
