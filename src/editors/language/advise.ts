import * as z from "zod";
import type { Problem } from "../../build/contract/problem.ts";
import type { Reading } from "../../build/contract/read.ts";
import type { Registers } from "../../model/register.ts";
import { vagueLinks } from "./link-texts.ts";
import { type Readability, readabilityOf } from "./lix.ts";
import { nameFindings, namePatterns, type OfficialName } from "./names.ts";
import { passagesOf } from "./passages.ts";
import { type Advice, advise } from "./rules.ts";
import { misspellings, Speller } from "./spelling.ts";
import { styleFindings } from "./style.ts";
import { usageFindings } from "./usage.ts";

/** What the language help says of the content. */
export interface LanguageHelp {
  /** By file, line and column. */
  readonly advice: readonly Advice[];
  readonly pages: readonly Readability[];
}

type Data = Reading["parsed"]["data"];

/** Looks at all the words of the content that has been read, errors or not. */
export async function adviseOnLanguage({ parsed, problems }: Reading): Promise<LanguageHelp> {
  const passages = passagesOf(parsed);
  const terms = termsIn(parsed.data);
  const official = officialNames(parsed.data);
  const names = namePatterns(official);
  const speller = await Speller.open(passages, [
    ...terms.map(({ term }) => term),
    ...official.map(({ name }) => name),
    ...otherNames(parsed.data),
  ]);
  const allowed = new Set(terms.map(({ term }) => term.toLowerCase()));
  const advice: Advice[] = [];
  for (const passage of passages) {
    const findings = [
      ...misspellings(passage, speller),
      ...usageFindings(passage, speller),
      ...(passage.language === "nb" ? nameFindings(passage.text, names) : []),
      ...styleFindings(passage, (word) => speller.has(word, passage.language)),
    ];
    const split = findings.flatMap(({ rule, start }) => (rule === "split-compound" ? [start] : []));
    // The first half of a compound is no word of its own, and is told once.
    for (const finding of findings)
      if (
        !allowed.has(finding.found.toLowerCase()) &&
        !(finding.rule === "misspelling" && split.includes(finding.start))
      )
        advice.push(advise(finding, passage.file, passage.at(finding.start)));
  }
  const text = passages.map((passage) => passage.text).join("\n");
  advice.push(...vagueLinks(parsed), ...unusedTerms(parsed.data, terms, text));
  // A name that the contract has told is not told once more.
  const told = new Set(problems.filter(({ rule }) => rule === "misspelt-name").map(keyOf));
  const fresh = advice.filter((one) => !told.has(keyOf(one)));
  return { advice: sorted(fresh), pages: readabilityOf(passages) };
}

type Term = Registers["terms"]["terms"][number];

function termsIn(data: Data): readonly Term[] {
  return data.terms.holds?.terms ?? [];
}

/** The names of people and organisations, as registered. */
function officialNames(data: Data): readonly OfficialName[] {
  return (["people", "organisations"] as const).flatMap((register) => {
    const { located } = data[register];
    const rows = z
      .looseObject({ [register]: z.array(z.looseObject({ name: z.string() })) })
      .safeParse(located?.value).data?.[register];
    return (rows ?? []).map(({ name }, index) => ({
      name,
      place: `${located?.file}:${located?.at([register, index, "name"]).line}`,
    }));
  });
}

/** Words of the other names in the data: short names, publishers, conferences, the prize, the site. */
function otherNames(data: Data): readonly string[] {
  return Object.values(data).flatMap(({ located }) =>
    (located?.texts() ?? [])
      .filter(({ path }) => ["name", "short", "publisher", "conference"].includes(String(path.at(-1))))
      .map(({ text }) => text),
  );
}

/** Terms that no text uses any longer. */
function unusedTerms(data: Data, terms: readonly Term[], text: string): readonly Advice[] {
  const { located } = data.terms;
  if (located === null) return [];
  const lower = text.toLowerCase().replace(/\s+/g, " ");
  return terms.flatMap(({ term }, index) => {
    if (lower.includes(term.toLowerCase())) return [];
    const message = `«${term}» står ikke lenger i noen tekst. Ta det bort fra listen.`;
    return [advise({ rule: "unused-term", message }, located.file, located.at(["terms", index, "term"]))];
  });
}

function sorted(advice: readonly Advice[]): readonly Advice[] {
  return [...advice].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Its place, as a text that sorts by file, line and column. */
function keyOf({ file, line, column }: Problem<string>): string {
  return `${file}\0${String(line).padStart(7, "0")}${String(column).padStart(7, "0")}`;
}
