import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { osloMoment } from "../../src/build/format/oslo.ts";
import { landscape } from "../support/photographs.ts";
import { copyProject, type Project } from "../support/site.ts";

let project: Project;
beforeEach(() => {
  project = copyProject();
});
afterEach(() => project.remove());

const read = (file: string) => readFileSync(join(project.root, file), "utf8");

function begin(kind: string, flags: Readonly<Record<string, string>>) {
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  return project.run("new", [kind, "--yes", ...args]);
}

/** The kinds that are a row, each with the least that must be answered, and what the row then is. */
const rows = [
  [
    "person",
    "people",
    { name: "Åse Øgård", role: "rådgiver", organisation: "asker" },
    { id: "ase-ogard", name: "Åse Øgård", role: "rådgiver", organisation: "asker" },
  ],
  ["person", "people", { name: "Per Li" }, { id: "per-li", name: "Per Li", role: null, organisation: null }],
  [
    "organisation",
    "organisations",
    { name: "Lørenskog kommune", short: "Lørenskog" },
    { id: "lorenskog", name: "Lørenskog kommune", short: "Lørenskog" },
  ],
  [
    "source",
    "sources",
    { publisher: "KS", url: "https://www.ks.no/", taken: "Mer om prisen" },
    { id: "ks", publisher: "KS", url: "https://www.ks.no/", taken: "Mer om prisen" },
  ],
  [
    "picture",
    "pictures",
    {
      title: "Salen",
      edition: "2017",
      caption: "Salen i Arendal.",
      alt: "En sal med mange mennesker, sett bakfra.",
      people: "lars-bjerke,lene-conradi",
      "standIn.drawing": "crowd",
      "standIn.alt": "Mange sirkler på en linje.",
    },
    {
      id: "salen",
      edition: 2017,
      title: "Salen",
      caption: "Salen i Arendal.",
      alt: "En sal med mange mennesker, sett bakfra.",
      people: ["lars-bjerke", "lene-conradi"],
      leftToRight: false,
      allPeopleKnown: false,
      credit: "ukjent",
      licence: "ukjent",
      date: "ukjent",
      focus: null,
      standIn: { drawing: "crowd", alt: "Mange sirkler på en linje." },
    },
  ],
] as const;

test("each register gets its row last, formatted as the repository formats it, and the check is content", () => {
  for (const [kind, file, flags, row] of rows) {
    const before = read(`_data/${file}.json`);
    const { code, output } = begin(kind, flags);
    assert.equal(code, 0, output);
    assert.match(output, new RegExp(`Åpne _data/${file}\\.json`));
    const after = read(`_data/${file}.json`);
    assert.deepEqual(JSON.parse(after)[file].at(-1), row);
    assert.ok(
      after.startsWith(before.slice(0, before.lastIndexOf("}\n  ]"))),
      "the rest stays byte for byte",
    );
  }
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const config = `--config-path=${resolve("biome.json")}`;
  const formatted = spawnSync(process.execPath, [biome, "format", config, "--vcs-enabled=false", "_data"], {
    cwd: project.root,
    encoding: "utf8",
  });
  assert.equal(formatted.status, 0, formatted.stderr);
  assert.equal(project.run("check").code, 0);
});

test("an id that is taken gets a number", () => {
  assert.equal(begin("person", { name: "Lars Bjerke" }).code, 0);
  assert.match(read("_data/people.json"), /"id": "lars-bjerke-2"/);
});

test("a new edition is a row in its place by year and a draft of its article, with what to write told above each field", () => {
  const { code, output } = begin("edition", {
    year: "2020",
    awarded: "2020-06-12",
    sources: "difi-2017",
    title: "Prisen 2020",
  });
  assert.equal(code, 0, output);
  assert.match(output, /src\/content\/2020\/index\.md:5:14 advarsel empty-text: Feltet «description»/);
  assert.match(output, /Åpne src\/content\/2020\/index\.md/);
  assert.match(
    read("src/content/2020/index.md"),
    /^---\ndraft: true\ntitle: Prisen 2020\n# Én eller to setninger om siden.*\ndescription: ""\n/,
  );
  assert.match(read("src/content/2020/bilder/index.md"), /^---\ndraft: true\n/);
  const check = project.run("check");
  assert.equal(check.code, 0, check.output);
  assert.match(check.output, /Venter: src\/content\/2020\/index\.md \(utkast\)/);
  assert.equal(
    begin("article", { year: "2014", title: "Arendal vant", sources: "regjeringen-2014" }).code,
    0,
  );
});

test("nothing is written over, and an answer that is missing or wrong is a wrong use told by its flag", () => {
  const before = read("_data/people.json");
  for (const [kind, flags, said] of [
    ["person", {}, /Navn \(«name»\) må være med/],
    [
      "person",
      { name: "Ola", organisation: "askr" },
      /--organisation: «askr» er ikke blant valgene\. Mente du «asker»\?/,
    ],
    ["person", { name: "Ola", id: "Ola Nordmann" }, /--id: «Ola Nordmann» kan ikke brukes som id/],
    ["person", { name: "Ola", url: "https://a.no" }, /--url hører ikke til en person/],
    ["source", { publisher: "KS", taken: "Noe", url: "ks.no" }, /--url: «ks\.no» er ikke en full adresse/],
    ["project", { year: "2018", title: "A", sources: "ks-2017" }, /--year: «2018» er ikke blant valgene/],
    ["article", { year: "2017", title: "A", sources: "ks-2017" }, /--year: «2017» er ikke blant valgene/],
    ["project", { year: "2017", title: "A", sources: "ks-2017", slug: "losningsjakten" }, /finnes alt/],
    [
      "picture",
      { edition: "2017", title: "A", caption: "A.", alt: "En sal med folk." },
      /«standIn\.drawing»/,
    ],
    ["picture", { file: "finnes-ikke.jpg" }, /Filen «finnes-ikke\.jpg» finnes ikke/],
    ["constructor", {}, /Si hva du vil lage/],
    ["fylke", {}, /Si hva du vil lage: edition, article, project, picture, person, organisation, source\./],
    ["person", { farge: "blå" }, /farge/],
  ] as const) {
    const { code, output } = begin(kind, flags);
    assert.equal(code, 2, `${kind} ${JSON.stringify(flags)}\n${output}`);
    assert.match(output, said);
  }
  assert.equal(read("_data/people.json"), before);
});

test("what would break the check is not written", () => {
  const { code, output } = begin("person", { name: "Lene Conradi", id: "lene-conradi" });
  assert.equal(code, 1);
  assert.match(output, /_data\/people\.json:\d+:\d+ feil duplicate-id: .*\nIngenting er skrevet\./);
  assert.equal(project.run("check").code, 0);
});

test("asked in a terminal, it offers what may be chosen, asks again after a mistake, and suggests the id", () => {
  const answers = ["person", "Anne Ås", "", "asker kommune", "asker", ""];
  const { code, output } = project.run("new", [], {}, `${answers.join("\n")}\n`);
  assert.equal(code, 0, output);
  assert.match(output, /Rolle: Rolle med liten forbokstav, «ordfører»; tomt når den ikke er kjent/);
  assert.match(output, /^ {4}kmd {2}Kommunal- og moderniseringsdepartementet$/m);
  assert.match(output, /«asker kommune» er ikke blant valgene/);
  assert.match(output, /Enter for «anne-as»/);
  assert.match(
    read("_data/people.json"),
    /"id": "anne-as",\n {6}"name": "Anne Ås",\n {6}"role": null,\n {6}"organisation": "asker"/,
  );
  const cut = project.run("new", ["person"], {}, "Bare Et Navn\n");
  assert.equal(cut.code, 2);
  assert.match(cut.output, /Svarene tok slutt før «role»\. Gi det med --role\./);
});

test("a project with a photograph goes from the command to the built page, is scheduled, and is withdrawn", async () => {
  const photograph = join(project.root, "IMG 1.JPG");
  await (await landscape(1200, 800)).jpeg().toFile(photograph);
  const picture = begin("picture", {
    file: photograph,
    edition: "2017",
    title: "Hallen",
    caption: "Hallen sett fra sør.",
    alt: "En lav bygning med solceller på taket.",
    credit: "Kari Nordmann",
  });
  assert.equal(picture.code, 0, picture.output);
  assert.ok(existsSync(join(project.root, "src/content/2017/bilder/hallen.jpg")));
  const { code, output } = begin("project", {
    year: "2017",
    title: "Nytt prosjekt",
    description: "Et prosjekt som er lagt til.",
    lead: "Ingressen til prosjektet.",
    summary: "Et prosjekt i én setning.",
    published: "2026-12-24",
    publishAt: "2026-12-24 08:00",
    figures: "hall-energi",
    "drawing.kind": "tables",
    "drawing.families": "velferdslab-familier",
    sources: "asker-2017",
  });
  assert.equal(code, 0, output);
  const page = "src/content/2017/nytt-prosjekt.md";
  assert.match(read(page), /^order: 4$/m);
  const plain = begin("project", { year: "2017", title: "Uten tegning", sources: "asker-2017" });
  assert.equal(plain.code, 0, plain.output);
  const withoutDrawing = "src/content/2017/uten-tegning.md";
  assert.match(
    read(withoutDrawing),
    /^# Kan ha feltet «drawing» \(kind: participation, tables, hall\): Tegn/m,
  );
  rmSync(join(project.root, withoutDrawing));
  const draft = read(page);
  writeFileSync(join(project.root, page), `${draft.replace("draft: true\n", "")}\n![](hallen)\n`);
  const at = (clock: string) => ({ SOURCE_DATE_EPOCH: String(Number(osloMoment(clock)) / 1000) });
  const built = join(project.root, "dist/2017/nytt-prosjekt/index.html");
  assert.equal(project.run("build", [], at("2026-12-24 07:59")).code, 0);
  assert.equal(existsSync(built), false);
  const due = project.run("build", [], at("2026-12-24 08:00"));
  assert.equal(due.code, 0, due.output);
  assert.match(readFileSync(built, "utf8"), /Hallen sett fra sør\./);
  writeFileSync(join(project.root, page), draft);
  assert.equal(project.run("build", [], at("2026-12-24 08:00")).code, 0);
  assert.equal(existsSync(built), false);
});
