import { h } from "preact";
import { ArticleLayout } from "../../_includes/layouts/ArticleLayout.tsx";
import { FrontLayout } from "../../_includes/layouts/FrontLayout.tsx";
import { GalleryLayout } from "../../_includes/layouts/GalleryLayout.tsx";
import { PictureLayout } from "../../_includes/layouts/PictureLayout.tsx";
import { PlainLayout } from "../../_includes/layouts/PlainLayout.tsx";
import { PrizeLayout } from "../../_includes/layouts/PrizeLayout.tsx";
import { ProjectLayout } from "../../_includes/layouts/ProjectLayout.tsx";
import { SourcesLayout } from "../../_includes/layouts/SourcesLayout.tsx";
import { foreignMarkup } from "../../src/build/checks/page.ts";
import { eachArticle, narrowPictures, narrowProjects } from "../../src/build/eleventy/narrow.ts";
import { writeHtml } from "../../src/build/format/elements.ts";
import type { Site } from "../../src/model/site.ts";

const assets = { css: "", fontUrl: "/assets/font.woff2" };

/** Renders every page of a site through its layout, and names what no page should have. */
export async function faultsInSite(site: Site): Promise<readonly string[]> {
  const pages: readonly string[] = [
    ...[site.frontPage, ...site.foreignFrontPages].map((page) =>
      writeHtml(h(FrontLayout, { site, assets, page })),
    ),
    writeHtml(h(PrizeLayout, { site, assets })),
    writeHtml(h(SourcesLayout, { site, assets })),
    ...site.plainPages.map((page) => writeHtml(h(PlainLayout, { site, assets, page }))),
    ...site.articles.flatMap((article) => [
      writeHtml(h(ArticleLayout, { site, assets, article })),
      writeHtml(h(GalleryLayout, { site, assets, article, sizes: {} })),
    ]),
    ...narrowPictures(eachArticle(site)).map((item) => writeHtml(h(PictureLayout, { assets, ...item }))),
    ...narrowProjects(eachArticle(site)).map((item) => writeHtml(h(ProjectLayout, { assets, ...item }))),
  ];
  const markups = await Promise.all(pages.map((page) => foreignMarkup(`<!doctype html>${page}`)));
  return markups.flat().map((markup) => `a page has ${markup}`);
}
