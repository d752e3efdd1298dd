import { resolve } from "node:path";
import * as z from "zod";
import { type Reading, readContent } from "../../build/contract/read.ts";
import { jobSummary } from "../../build/contract/say.ts";
import { adviseOnLanguage } from "../language/advise.ts";
import type { Advice } from "../language/rules.ts";
import { type Build, build, checkOut, inFolders, withThisCode } from "./builds.ts";
import { type Changes, comparePages } from "./changes.ts";
import { capped, composeReport } from "./compose.ts";
import { pagesOf } from "./pages.ts";
import { type Shot, takeScreenshots } from "./screenshots.ts";

/** What to report on. */
export interface Question {
  /** The commit to compare the working tree with. */
  readonly commit: string;
  /** Where pictures of the changed pages go; null for none. */
  readonly pictures: string | null;
  /** The moment that decides for both builds which pages are due, in milliseconds since 1970. */
  readonly now: number;
  readonly progress: (what: string) => void;
}

/** The report, and whether the working tree's content could be built. */
export interface Answer {
  readonly markdown: string;
  readonly built: boolean;
}

/** Builds the site as it was and as it would be, and tells the difference. */
export async function report({ commit, pictures, now, progress }: Question): Promise<Answer> {
  return inFolders(async (baseRoot, headRoot) => {
    progress("Bygger nettstedet med endringen");
    await withThisCode(".", headRoot);
    const head = await build(headRoot, now);
    const view = { now, waitingToo: false };
    const reading = await readContent(headRoot, view);
    if (head === null) return { markdown: sayUnbuilt(reading), built: false };
    progress(`Bygger nettstedet som det var (${commit.slice(0, 9)})`);
    await checkOut(commit, baseRoot);
    const base = (await build(baseRoot, now)) ?? (await buildWithThisCode(baseRoot, now));
    if (base === null) {
      const markdown =
        "## Hva endringen gjør\n\nNettstedet slik det var, kan ikke bygges. Derfor er det ingenting å sammenligne med.\n";
      return { markdown, built: true };
    }
    progress("Sammenligner");
    const old = await readContent(base.root, view);
    const redirects = new Map((reading.site?.redirects ?? []).map(({ from, to }) => [from, to]));
    const changes = comparePages(await pagesOf(base), await pagesOf(head), redirects);
    const screenshots =
      pictures === null ? [] : await picture(changes, base, head, resolve(pictures), progress);
    const waited = new Set(old.waiting.map(({ file, until }) => `${file} ${until}`));
    const markdown = composeReport({
      changes,
      manifests: [base.manifest, head.manifest],
      withoutCredit: newlyWithoutCredit(old, reading),
      waiting: reading.waiting.filter(({ file, until }) => !waited.has(`${file} ${until}`)),
      advice: await newAdvice(old, reading),
      screenshots,
    });
    return { markdown, built: true };
  });
}

function sayUnbuilt({ problems }: Reading): string {
  const lines = [
    "## Hva endringen gjør",
    "",
    "Nettstedet kan ikke bygges slik det står nå, og ingenting blir publisert.",
    "",
  ];
  return capped([...lines, ...jobSummary(problems).split("\n")]);
}

/** For a base whose own code needs packages that are no longer installed. */
async function buildWithThisCode(root: string, now: number): Promise<Build | null> {
  const folder = `${root}-content`;
  await withThisCode(root, folder);
  return build(folder, now);
}

async function picture(
  { changed, added, gone }: Changes,
  base: Build,
  head: Build,
  folder: string,
  progress: Question["progress"],
): Promise<readonly string[]> {
  const shots: readonly Shot[] = [
    ...changed.flatMap(({ before, after }): readonly Shot[] => [
      { build: base, url: before.url, side: "for" },
      { build: head, url: after.url, side: "etter" },
    ]),
    ...added.map(({ url }): Shot => ({ build: head, url, side: "etter" })),
    ...gone.map(({ before: { url } }): Shot => ({ build: base, url, side: "for" })),
  ];
  if (shots.length === 0) return [];
  progress("Tar skjermbilder");
  return takeScreenshots(shots, folder);
}

const Pictures = z.looseObject({
  pictures: z.array(z.looseObject({ id: z.string(), title: z.string(), credit: z.unknown() })),
});

/** Pictures whose photographer is unknown, without those of which that was so before. */
function newlyWithoutCredit(before: Reading, after: Reading) {
  const unknown = ({ parsed }: Reading) =>
    (Pictures.safeParse(parsed.data.pictures.located?.value).data?.pictures ?? []).filter(
      ({ credit }) => credit === "ukjent",
    );
  const known = new Set(unknown(before).map(({ id }) => id));
  return unknown(after).filter(({ id }) => !known.has(id));
}

/** Advice that the words before did not call for; where in its file the words stand does not matter. */
async function newAdvice(before: Reading, after: Reading): Promise<readonly Advice[]> {
  const name = ({ file, rule, message }: Advice) => `${file} ${rule} ${message}`;
  const known = new Set((await adviseOnLanguage(before)).advice.map(name));
  return (await adviseOnLanguage(after)).advice.filter((advice) => !known.has(name(advice)));
}
