import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as z from "zod";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { adviseOnLanguage } from "../../src/editors/language/advise.ts";
import { type Advice, languageRules } from "../../src/editors/language/rules.ts";
import { sentencesOf } from "../../src/editors/language/sentences.ts";
import { place, sectionsOf } from "../contract/examples.ts";
import { copyContent, copyProject, type Project } from "../support/site.ts";

const ARTICLE = "src/content/2017/asker-velferdslab.md";
const ENGLISH = "src/content/en/index.md";

/** Mistakes as editors make them: what is added to a page, and what shall be told, and how. */
const PLANTED: readonly (readonly [file: string, text: string, rule: Advice["rule"], told: RegExp])[] = [
  [ARTICLE, "Mange innbygere kom.", "misspelling", /«innbygere».*Mente du «innbyggere»/],
  [ARTICLE, "Kommunen har gode tjennester.", "misspelling", /«tjennester».*Mente du «tjenester»/],
  [ARTICLE, "Det vedtok komunestyret.", "misspelling", /«komunestyret».*Mente du «kommunestyret»/],
  [ARTICLE, "Det gikk desverre ikke.", "misspelling", /«desverre».*Mente du «dessverre»/],
  [ARTICLE, "Et interesant prosjekt.", "misspelling", /«interesant».*Mente du «interessant»/],
  [ARTICLE, "Asker har en innovasjonstrategi.", "misspelling", /Mente du «innovasjonsstrategi»/],
  [ARTICLE, "De prøvde alikevel.", "misspelling", /«alikevel».*«allikevel»/],
  [ARTICLE, "De møtte forkjellige fag.", "misspelling", /«forkjellige».*Mente du «forskjellige»/],
  [ARTICLE, "Hallen er tilgjenglig for alle.", "misspelling", /Mente du «tilgjengelig»/],
  [ARTICLE, "Velferdstjennestene ble bedre.", "misspelling", /«Velferdstjennestene».*«Velferdstjenestene»/],
  [ARTICLE, "Slik blir hverdagen enkelere.", "misspelling", /Mente du «enklere»/],
  [ARTICLE, "De fikk det ihvertfall til.", "common-mistake", /«i hvert fall»/],
  [ARTICLE, "Slik er det idag.", "common-mistake", /«i dag»/],
  [ARTICLE, "Forøvrig er planen klar.", "common-mistake", /«for øvrig»/],
  [ARTICLE, "Kommunen bygde en svømme hall.", "split-compound", /«svømmehall»/],
  [ARTICLE, "De holdt mange møte punkter.", "split-compound", /«møtepunkter»/],
  [ARTICLE, "Gode velferds tjenester hjelper.", "split-compound", /«velferdstjenester»/],
  [ARTICLE, "De så at det det virket.", "repeated-word", /«det» står to ganger/],
  [ARTICLE, "Kommunen prøver og finne løsninger.", "and-or-to", /Foran «finne» skrives «å»/],
  [ARTICLE, "De kom fra fag å enheter.", "and-or-to", /Foran «enheter» skrives «og»/],
  [ARTICLE, "Det er Asker's visjon.", "genitive-apostrophe", /«Askers»/],
  [ARTICLE, "Prisen kom 15. Juni 2017.", "capital-letter", /«juni»/],
  [ARTICLE, "Det sier asker kommune.", "official-name", /skrives «Asker kommune»/],
  [ARTICLE, "Det sier kommunal- og moderniseringsdepartementet.", "official-name", /«Kommunal- og modern/],
  [ARTICLE, "Alt om prisen står [her](../om-prisen.md).", "vague-link", /«her»/],
  [ARTICLE, "Prisen er gammel. [Les mer](../om-prisen.md).", "vague-link", /«Les mer»/],
  [
    ARTICLE,
    "Kommunen ville at alle de som bor der, og de som arbeider der, og de som bare er innom en gang iblant, skulle kunne si hva de mente om det som kom til å skje med området.",
    "long-sentence",
    /Setningen har 3\d ord/,
  ],
  [
    ARTICLE,
    "Planen ble vedtatt i mai. Innspillene blir vurdert av kommunen. Tiltakene gjennomføres om høsten. Resultatene ble målt året etter.",
    "passive-pile",
    /Avsnittet har 4 passiver/,
  ],
  [ENGLISH, "The municipality recieved the prize.", "misspelling", /«recieved».*Mente du «received»/],
  [ARTICLE, "På nynorsk heiter det [komunane]{lang=nn}.", "misspelling", /«komunane».*Mente du «kommunane»/],
];

let project: Project;
before(() => {
  project = copyProject();
});
after(() => project.remove());

/** Reads the copy with texts added to its pages, each after an empty line. Gives what is told of those lines. */
async function adviceOn(additions: readonly (readonly [file: string, text: string, ...rest: unknown[]])[]) {
  const lineOf = new Map<string, number>();
  const originals = new Map<string, string>();
  for (const [file, text] of additions) {
    const path = join(project.root, file);
    const before = readFileSync(path, "utf8");
    if (!originals.has(path)) originals.set(path, before);
    lineOf.set(text, before.split("\n").length + 1);
    writeFileSync(path, `${before}\n${text}\n`);
  }
  const help = await adviseOnLanguage(await readContent(project.root));
  for (const [path, before] of originals) writeFileSync(path, before);
  const of = (file: string, text: string) =>
    help.advice.filter((advice) => advice.file === file && advice.line === lineOf.get(text));
  return { help, of };
}

test("of 30 planted mistakes at least 27 are told, at their lines and with the right words", async () => {
  assert.equal(PLANTED.length, 30);
  const { of } = await adviceOn(PLANTED);
  const missed = PLANTED.filter(
    ([file, text, rule, told]) =>
      !of(file, text).some((advice) => advice.rule === rule && told.test(sayProblem(advice))),
  );
  const said = missed.map(([file, text]) => `${text}\n  ${of(file, text).map(sayProblem).join("\n  ")}`);
  assert.ok(missed.length <= 3, said.join("\n"));
});

test("good Bokmål is left alone: compounds, abbreviations, dates, names, other languages", async () => {
  const good = [
    "Kommunen laget en lokalsamfunnsutviklingsplan, en innbyggerundersøkelse og et solcelleanlegg med IKT-løsninger.",
    "Møtet begynte kl. 14.30 den 15. juni 2017, med ca. 50 deltakere, bl.a. Lene Conradi m.fl.",
    "Velferdslaben og velferdslabene gir velferdslabarbeid; datoene og kommandoene står i planen.",
    "Organisasjons- og tjenesteutvikling er plan- og bygningslovens anliggende.",
    "Den som våger å prøve og feile, og som er med på å bygge og forbedre, lærer noe hver dag.",
    "Alle som kom, og det at at-setninger finnes, er helt i orden her.",
    "Hva [welfare lab]{lang=en} betyr, er ikke sagt.",
  ].map((text) => [ARTICLE, text] as const);
  const { of } = await adviceOn(good);
  assert.deepEqual(
    good.flatMap(([file, text]) => of(file, text).map(sayProblem)),
    [],
  );
});

test("a name that the check tells as misspelt is not told once more", async () => {
  const { of } = await adviceOn([[ARTICLE, "Det sier Asker Kommune."]]);
  assert.deepEqual(of(ARTICLE, "Det sier Asker Kommune.").map(sayProblem), []);
});

test("an allowed term answers advice on the same words, inflected too", async () => {
  const path = join(project.root, "_data/terms.json");
  const original = readFileSync(path, "utf8");
  const term = '{ "term": "flommatte", "reason": "Et ord i en prøve." },';
  writeFileSync(path, original.replace('"terms": [', `"terms": [${term}`));
  const { of } = await adviceOn([[ARTICLE, "Flommattene var flommatter for flommattebruk."]]);
  writeFileSync(path, original);
  assert.deepEqual(of(ARTICLE, "Flommattene var flommatter for flommattebruk.").map(sayProblem), []);
});

test("the real content leaves no advice unanswered", async () => {
  const { advice } = await adviseOnLanguage(await readContent(project.root));
  assert.deepEqual(advice.map(sayProblem), []);
});

const sections = sectionsOf(readFileSync("docs/sprak.md", "utf8"));

test("the page about language has a section for every rule, and for no other", () => {
  assert.deepEqual(sections.map(({ rule }) => rule).sort(), [...languageRules].sort());
});

test("of the page's examples, the wrong ones give the advice and the right ones none", async () => {
  const told = { wrong: new Set<string>(), right: new Set<string>() };
  for (const side of ["wrong", "right"] as const) {
    const copy = copyContent();
    for (const { rule, [side]: example } of sections) {
      assert.ok(example.block !== null, rule);
      place(copy.root, example.block);
    }
    const { advice } = await adviseOnLanguage(await readContent(copy.root));
    copy.remove();
    for (const item of advice) told[side].add(item.rule);
  }
  assert.deepEqual([...told.wrong].sort(), [...languageRules].sort());
  assert.deepEqual([...told.right], []);
});

test("sentences end where a reader would say so", () => {
  const said = (text: string) => sentencesOf(text, "nb").map((sentence) => sentence.text);
  assert.deepEqual(said("Den 15. juni kl. 14 kom ca. 15 personer. F.v. Lene Conradi og Paul B. Chaffey."), [
    "Den 15. juni kl. 14 kom ca. 15 personer.",
    "F.v. Lene Conradi og Paul B. Chaffey.",
  ]);
  assert.deepEqual(said("Asker, Horten m.fl. søkte. De fikk\nvite det i 2017. Da jublet de!"), [
    "Asker, Horten m.fl. søkte.",
    "De fikk vite det i 2017.",
    "Da jublet de!",
  ]);
});

test("the command gives the advice in every format, with how heavy each page is, and never fails for it", () => {
  const path = join(project.root, ARTICLE);
  const original = readFileSync(path, "utf8");
  writeFileSync(path, `${original}\nMange innbygere kom.\n`);
  const text = project.run("check", ["--language"]);
  const json = project.run("check", ["--language", "--format=json"]);
  const summary = join(project.root, "summary.md");
  const github = project.run("check", ["--language", "--format=github"], { GITHUB_STEP_SUMMARY: summary });
  writeFileSync(path, original);
  assert.deepEqual([text.code, json.code, github.code], [0, 0, 0]);
  assert.match(text.output, /^src\/content\/2017\/asker-velferdslab\.md:\d+:7 råd misspelling: «innbygere»/m);
  assert.match(text.output, /^Lesbarhet: src\/content\/2017\/index\.md har LIX \d+, .*:$/m);
  assert.match(text.output, /^Ingen feil og 1 råd\.$/m);
  const page = z.object({
    file: z.string(),
    lix: z.number(),
    heaviest: z.array(z.object({ line: z.number() })),
  });
  const { problems, pages } = z
    .object({ problems: z.array(z.object({ severity: z.string() })), pages: z.array(page) })
    .parse(JSON.parse(json.output));
  assert.deepEqual(problems, [{ severity: "advice" }]);
  assert.ok(pages.length > 8 && pages.every(({ heaviest }) => heaviest.length <= 5));
  assert.match(github.output, /^::notice file=src\/content\/2017\/asker-velferdslab\.md,line=\d+,/m);
  assert.match(readFileSync(summary, "utf8"), /^\| src\/content\/2017\/index\.md \| \d+ \| /m);
});
