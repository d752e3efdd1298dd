import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sayRefused } from "../checks/output.ts";
import type { Known } from "../contract/disk.ts";
import { readContent } from "../contract/read.ts";
import { sayProblem, saySummary, sayWaiting } from "../contract/say.ts";
import { nextRelease } from "../contract/schedule.ts";
import { finishSite } from "../hosts/finish.ts";
import type { Host } from "../hosts/host.ts";
import { clearFolders, clearOutput, looksOf, meantFiles, readLooks } from "../output/emit.ts";
import type { EarlyPage, GoAhead } from "../output/messages.ts";
import { pruneCache } from "../output/prune.ts";
import { keepTold, stampOf } from "../output/standing.ts";
import { beginStep } from "../output/steps.ts";
import { currentAssets } from "./assets.ts";
import { currentCollections, currentEntries } from "./collections.ts";
import { currentReading } from "./content.ts";
import { beHelped } from "./helped.ts";
import { takeUp } from "./helper.ts";
import { eachArticle, narrowProjects } from "./narrow.ts";
import { markupFaults } from "./outgoing.ts";
import { currentPictures } from "./pictures.ts";
import { finishedPages } from "./reuse.ts";
import { currentRun } from "./run.ts";
import { currentTemplates, earlyPage, renderProject, unlessRefused } from "./templates.ts";

/** Where to make a site: the folder that is served, the one for what its server needs, and the host, if it is for one. */
export interface Target {
  readonly into: string;
  readonly beside: string;
  readonly host: Host | null;
}

/** The process that started this one and publishes what this one makes: what it tells and what it is told (see `messages.ts`). */
export interface Publisher {
  /** Waits for what it knows of the content's folders, if it tells anything of them, and gives it. */
  known(): Known;
  /** Waits until this process may write, and gives what is told then. */
  goAhead(): GoAhead;
  /** Waits for the end of the helper, when there is one. */
  helperEnded(): void;
  /** Tells it that all sources have been read. A page's text may be asked for later, and is then held against its digest. */
  allRead(): void;
  /** Tells it that all files have been made, and only have to be put in order. */
  allMade(): void;
  /** The addresses that somebody waits for, and how to tell it their pages before all is made. */
  readonly first?: { readonly urls: readonly string[]; tell(page: EarlyPage): void };
}

/** So many pages are made for nothing but practice. */
const PRACTICE = 3;

/** Loads and sets up all that is the same whatever the content: what a build then does is only what the content asks for. */
export async function getReady(folder: string): Promise<void> {
  await currentAssets();
  await finishedPages();
  await currentRun(folder);
  await currentTemplates();
  // For practice: what has run once runs in half the time. And what nobody touches meanwhile need not be looked for again.
  const { site } = await readContent(process.cwd());
  for (const project of site === null ? [] : narrowProjects(eachArticle(site)).slice(0, PRACTICE))
    await unlessRefused(await renderProject(project));
}

/**
 * Makes the whole site: reads the content, renders every page, looks at what came out, and finishes it for its host. Tells what
 * is wrong, and gives whether all is well; whoever publishes it then holds what is there against its manifest (see `finishedNames`).
 */
export async function makeSite(
  { into: folder, beside, host }: Target,
  publisher: Publisher,
): Promise<boolean> {
  // While the publisher still looks at the sources.
  const run = await currentRun(folder);
  const { problems, site, waiting, now } = await currentReading({ known: publisher.known });
  beginStep("setter opp sidene");
  for (const url of site === null ? [] : (publisher.first?.urls ?? [])) {
    const html = await earlyPage(url, await currentEntries());
    if (html !== null) publisher.first?.tell({ url, html });
  }
  // Nothing is said before, either: it may be found that all stands as it is to be.
  const { looks, inputs, helped } = publisher.goAhead();
  const errors = problems.map((problem) => `${sayProblem(problem)}\n`).join("");
  process.stderr.write(errors);
  if (site === null) {
    console.error(`${saySummary(problems)} Ingenting er bygd.`);
    return false;
  }
  const output = sayWaiting(waiting);
  process.stdout.write(output);
  if (helped) beHelped(publisher.helperEnded);
  readLooks(looks);
  await currentCollections();
  const pages = await finishedPages();
  const pictures = [...(await currentPictures())].map(([url, file]) => [url.slice(1), file] as const);
  publisher.allRead();
  clearOutput(folder, new Map([...pages.reused, ...pictures]));
  await run.write();
  await takeUp(folder);
  publisher.allMade();
  // Before any page is kept for later builds, which do not look at it again.
  if (markupFaults().length > 0) return refuse(markupFaults());
  pages.finish(folder);
  clearFolders(folder);
  beginStep("gjør filene klare for verten");
  const names = [...meantFiles()].sort();
  const finished = await finishSite(folder, names, site, host, (name) => pages.factsOf(name));
  if (finished.faults.length > 0) return refuse(finished.faults);
  for (const [name, text] of Object.entries(finished.beside)) await writeFile(join(beside, name), text);
  await pruneCache();
  const files = stampOf(looksOf(folder, finished.names));
  if (inputs !== null) keepTold(inputs, { from: now, until: nextRelease(waiting), output, errors, files });
  return true;
}

function refuse(faults: readonly string[]): false {
  console.error(sayRefused(faults));
  return false;
}
