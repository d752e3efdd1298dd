import type { Collections } from "../../model/collections.ts";
import type { Known } from "../contract/disk.ts";
import { emitFile } from "../output/emit.ts";
import { inPool } from "../output/pool.ts";
import { IN_STEP, inStep } from "../output/steps.ts";
import { currentReading } from "./content.ts";
import { canShare, isHelped, waitForHelper } from "./helped.ts";
import { eachArticle, narrowProjects } from "./narrow.ts";
import { finishPage } from "./outgoing.ts";
import { drawHelpersShare } from "./pictures.ts";
import { fileOf, finishedPages, toBeMade } from "./reuse.ts";
import { renderProject, unlessRefused } from "./templates.ts";

/**
 * A large site is made by two processes, the maker and its helper, which meet in the cache. Both read the content, the maker from the
 * front and the helper from the back, and each finds there what the other has read; then each makes its share of the projects' pages,
 * and of the share pictures.
 * The helper only saves work: what is missing or damaged in the cache, for whatever reason, the maker does itself.
 */

type Projects = Collections["projects"];

/**
 * How much of the projects falls to the helper. The maker makes all other pages besides, and takes up most of the helper's while that
 * makes its last.
 */
const HELPERS_SHARE = 0.72;

/** So many pages the helper makes before the maker can know of them: when it is stopped it has made no more in vain. */
const LOST_AT_MOST = 2000;

/** The projects that are left to the helper. */
let left: Projects = [];

/** The projects that the maker looks after; it takes up the others' pages later. */
export function ownShare(projects: Projects): Projects {
  if (!isHelped()) return projects;
  left = helpersShare(projects);
  const others = new Set(left);
  return projects.filter((item) => !others.has(item));
}

/** Takes up the pages that were left to the helper, and makes those that it has not made when it has ended. */
export async function takeUp(folder: string): Promise<void> {
  if (left.length === 0) return;
  const pages = await finishedPages();
  // Most are there already, and are put in their places, and the own ones into the cache, while the helper makes the last.
  pages.borrow();
  const awaited = await toBeMade(left, addressOf);
  pages.place(folder);
  pages.keep(folder);
  waitForHelper();
  pages.borrow();
  for (const item of await toBeMade(awaited, addressOf)) {
    const name = fileOf(addressOf(item));
    emitFile(folder, name, await finishPage(name, await renderProject(item)));
  }
}

/** What the helper does: reads the content, and makes its share of the pages into the cache. */
export async function helpOut(known: () => Known): Promise<void> {
  const { site } = await currentReading({ order: "backwards", known });
  if (site === null || !canShare()) return;
  const pages = await finishedPages();
  // What a build that was killed has left is not made again: the maker may be taking it up.
  pages.borrow();
  const toMake = await toBeMade(helpersShare(narrowProjects(eachArticle(site))), addressOf);
  let made = 0;
  await inPool(toMake, IN_STEP, async (item) => {
    const { url } = item.project;
    const written = await inStep(`lager ${url}`, () => renderProject(item));
    const html = await inStep(`minifiserer ${url}`, () => unlessRefused(written));
    if (html !== null) pages.lend(fileOf(url), html);
    if (++made % LOST_AT_MOST === 0) pages.saveLent();
  });
  pages.saveLent();
  await drawHelpersShare();
}

function addressOf({ project }: Projects[number]): string {
  return project.url;
}

/** Those that are read last, by their files: the helper reads backwards, so that it has read them itself, and holds their prose. */
function helpersShare(projects: Projects): Projects {
  const backwards = projects.toSorted((a, b) => (a.project.file < b.project.file ? 1 : -1));
  return backwards.slice(0, Math.floor(projects.length * HELPERS_SHARE));
}
