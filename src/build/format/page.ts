import type { Article, Page, PicturePage, Project } from "../../model/site.ts";

/** Whether a page is an edition's prize article. */
export function isArticle(page: Page): page is Article {
  return "edition" in page;
}

/** Whether a page tells of a winning project. */
export function isProject(page: Page): page is Project {
  return "drawing" in page;
}

/** Whether a page shows one picture. */
export function isPicturePage(page: Page): page is PicturePage {
  return "picture" in page;
}
