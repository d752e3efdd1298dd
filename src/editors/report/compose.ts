import { escapeMarkdown, shorten } from "../../build/format/markdown.ts";
import { number } from "../../build/format/number.ts";
import { list, NO_BREAK_SPACE } from "../../build/format/text.ts";
import { makePlan, type Plan, phases } from "../../build/hosts/plan.ts";
import type { Manifest } from "../../build/output/manifest.ts";
import { bandOf } from "../language/lix.ts";
import type { Advice } from "../language/rules.ts";
import type { ChangedPage, Changes, GonePage } from "./changes.ts";
import { diffLines } from "./diff.ts";
import type { BuiltPage } from "./pages.ts";

/** All that a report tells of. */
export interface Findings {
  readonly changes: Changes;
  readonly manifests: readonly [base: Manifest, head: Manifest];
  /** Pictures that have no photographer and had none registered before either. */
  readonly withoutCredit: readonly { readonly id: string; readonly title: string }[];
  /** Pages that wait, and did not before, with when they will be seen; null for a draft. */
  readonly waiting: readonly { readonly file: string; readonly until: string | null }[];
  /** Advice on language that the base did not give rise to. */
  readonly advice: readonly Advice[];
  readonly screenshots: readonly string[];
}

/** GitHub takes no comment of more than 65,536 characters; entities and the workflow's own words need some of them. */
export const LONGEST_REPORT = 60_000;

/** So many of each kind are told one by one. */
const MOST = 20;

/** The report as Markdown: nothing of what did not change, and never longer than GitHub takes. */
export function composeReport(findings: Findings): string {
  const { changes, manifests, withoutCredit, waiting, advice, screenshots } = findings;
  const sections = [
    section("Endrede sider", changes.changed.flatMap(sayChanged)),
    section("Nye sider", several(changes.added, sayAdded)),
    section("Sider som forsvinner fra adressen sin", several(changes.gone, sayGone)),
    section("Sider som venter", several(waiting, sayWaiting)),
    section("Bilder uten kjent fotograf", several(withoutCredit, sayPicture)),
    section("Nye lenker ut av nettstedet", several(changes.outside, sayOutside)),
    section("Råd om språket", several(advice, sayAdvice)),
    section("Ved publisering", sayPlan(makePlan(manifests))),
    section("Skjermbilder", sayScreenshots(screenshots)),
  ];
  return capped(["## Hva endringen gjør", "", saySum(changes), "", ...sections.flat()]);
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`### ${heading}`, "", ...lines, ""];
}

function several<Item>(items: readonly Item[], say: (item: Item) => string): readonly string[] {
  const more = items.length - MOST;
  return [
    ...items.slice(0, MOST).map((item) => `- ${say(item)}`),
    ...(more > 0 ? [`- … og ${more} til`] : []),
  ];
}

/** What is said of so many pages; empty for none. */
function pages(count: number, one: string, many = one): string {
  if (count === 0) return "";
  return count === 1 ? `1 side ${one}` : `${count} sider ${many}`;
}

function saySum({ added, changed, gone, shellOnly, same }: Changes): string {
  const parts = [
    pages(changed.length, "er endret"),
    pages(added.length, "er ny", "er nye"),
    pages(gone.length, "forsvinner fra adressen sin"),
  ].filter((part) => part !== "");
  const rest = [pages(shellOnly, "har de samme ordene i ny drakt."), pages(same, "er som før.")];
  const head =
    parts.length === 0 ? "Ingen ord, bilder eller lenker på nettstedet er endret." : `${list(parts, "nb")}.`;
  return [head, ...rest].filter((part) => part !== "").join(" ");
}

function sayChanged({ before, after }: ChangedPage, index: number): readonly string[] {
  if (index > MOST) return [];
  if (index === MOST) return ["Flere sider er endret; se filene."];
  const pictures = JSON.stringify(before.pictures) !== JSON.stringify(after.pictures);
  const places = diffLines(before.lines, after.lines).map((place) => `- ${place}`);
  const title = `**${address(after)}** ${escapeMarkdown(shorten(after.title, 100))}`;
  return [
    title,
    "",
    measures(before, after),
    "",
    ...places,
    ...(pictures ? ["- Bildene er andre."] : []),
    "",
  ];
}

function measures(before: BuiltPage, after: BuiltPage): string {
  const both = (from: string, to: string) => (from === to ? from : `${from} → ${to}`);
  return [
    `LIX ${both(String(before.lix), String(after.lix))} (${bandOf(after.lix)})`,
    `${both(String(before.words), String(after.words))} ord`,
    both(kilobytes(before.weight), kilobytes(after.weight)),
  ].join(" · ");
}

function kilobytes(bytes: number): string {
  return `${number(Math.round(bytes / 100) / 10, "nb")}${NO_BREAK_SPACE}kB`;
}

function address({ url }: BuiltPage): string {
  return escapeMarkdown(url);
}

function sayAdded(page: BuiltPage): string {
  return `**${address(page)}** ${escapeMarkdown(shorten(page.title, 100))}: ${page.words} ord, LIX ${page.lix}, ${kilobytes(page.weight)}`;
}

function sayGone({ before, redirect, successor }: GonePage): string {
  if (redirect !== null)
    return `**${address(before)}** sender leserne videre til ${escapeMarkdown(redirect)}.`;
  const advice =
    successor === null
      ? "Leserne får «siden finnes ikke». Finnes innholdet et annet sted, skriver du adressen i feltet «aliases» der."
      : `Den ser ut til å ha flyttet til ${address(successor)}. Skriv den gamle adressen i feltet «aliases» der, ellers finner ikke leserne fram.`;
  return `⚠️ **${address(before)}** er borte uten omdirigering. ${advice}`;
}

function sayWaiting({ file, until }: Findings["waiting"][number]): string {
  return `${escapeMarkdown(file)}: ${until === null ? "utkast" : `til ${escapeMarkdown(until)}, norsk tid`}`;
}

function sayPicture({ id, title }: Findings["withoutCredit"][number]): string {
  return `**${escapeMarkdown(id)}** ${escapeMarkdown(shorten(title, 100))}`;
}

function sayOutside({ address: target, page }: Changes["outside"][number]): string {
  return `${escapeMarkdown(shorten(target, 200))} (på ${escapeMarkdown(page)})`;
}

function sayAdvice({ file, line, message }: Advice): string {
  return `${escapeMarkdown(file)}:${line} ${escapeMarkdown(shorten(message, 300))}`;
}

function sayPlan({ phases: steps, purge }: Plan): readonly string[] {
  const done = steps.filter(({ files }) => files.length > 0);
  if (done.length === 0) return [];
  const lines = done.flatMap(({ name, files }) => [
    `${phases.find(([known]) => known === name)?.[1]}: ${files.length}`,
    ...names(files.map(({ path }) => path)),
  ]);
  const forget = [`Adresser som mellomlageret skal glemme: ${purge.length}`, ...names(purge)];
  const uploads = done
    .filter(({ name }) => name !== "delete")
    .reduce((sum, { files }) => sum + files.length, 0);
  const deletes = done.find(({ name }) => name === "delete")?.files.length ?? 0;
  const sum = `${uploads} filer lastes opp, ${deletes} slettes, og mellomlageret glemmer ${purge.length} adresser.`;
  return [sum, "", "<details><summary>Alle filene</summary>", "", ...[...lines, ...forget], "", "</details>"];
}

function names(items: readonly string[]): readonly string[] {
  return ["", ...several(items, (item) => escapeMarkdown(shorten(item, 200))), ""];
}

function sayScreenshots(files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  return [`${files.length} bilder av sidene før og etter, i to bredder, ligger som vedlegg til kjøringen.`];
}

/** The lines as a text, cut between two of them where it would be too long. A cut inside the list of files closes it. */
export function capped(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LONGEST_REPORT) {
      const open = kept.includes("<details><summary>Alle filene</summary>") && !kept.includes("</details>");
      kept.push(
        "",
        ...(open ? ["</details>", ""] : []),
        "Rapporten er kortet ned. Kjør «npm run report» for resten.",
      );
      break;
    }
    kept.push(line);
  }
  return `${kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
