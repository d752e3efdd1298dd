import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Random } from "../mutation/random.ts";

const SUBJECTS = [
  "Kommunen",
  "Bydelen",
  "Utvalget",
  "Skolen",
  "Biblioteket",
  "Laget",
  "Enheten",
  "Nabolaget",
  "Ungdomsrådet",
];
const VERBS = [
  "prøvde ut",
  "delte",
  "samlet",
  "utviklet",
  "fulgte opp",
  "tok i bruk",
  "forbedret",
  "åpnet",
  "planla",
];
const OBJECTS = [
  "en ny måte å møte innbyggerne på",
  "erfaringer fra lignende arbeid i andre kommuner",
  "enkle verktøy som alle i tjenesten kan bruke",
  "en felles plan med mål for hele året",
  "rom for å lære av det som ikke virket",
  "et lite forsøk før det ble gjort i stor målestokk",
];
const ENDS = [
  "og tok med seg det som virket, inn i hverdagen",
  "i samarbeid med frivillige og næringslivet på stedet",
  "slik at flere fikk hjelp tidligere enn før",
  "uten at det kostet mer enn den gamle ordningen",
  "etter innspill fra dem som bruker tilbudet mest",
];

/** How many editions a corpus has: each is one article, one page of pictures, and its share of the projects. */
function editionsFor(pages: number): number {
  return Math.max(1, Math.min(100, Math.round(pages / 100)));
}

/** So many sources the corpus has, and as many figures, each with its own source; the projects share them. */
const REGISTERED = 100;
/** So many pictures an edition has, each with a caption and, as every picture, a page of its own. */
const PICTURES = 2;

/**
 * Fills a copy of the project with a corpus in its own model, about `pages` articles and projects of some 600 words each,
 * beside the real content's own pages, with their pictures' captions, sources and figures in the registers. The same bytes for the same
 * number, always.
 */
export function writeCorpus(root: string, pages: number): void {
  const random = new Random(pages);
  const editions = editionsFor(pages);
  const years = Array.from({ length: 100 }, (_, index) => 2000 + index)
    .filter((year) => year < 2014 || year > 2019)
    .slice(0, editions);
  const write = (file: string, text: string) => {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  let all = 0;
  years.forEach((year, index) => {
    const projects =
      Math.floor((pages * (index + 1)) / years.length) - Math.floor((pages * index) / years.length) - 1;
    write(`src/content/${year}/index.md`, articlePage(year, random));
    write(`src/content/${year}/bilder/index.md`, galleryPage(year));
    for (let order = 1; order <= projects; order++) {
      const row = (all++ % REGISTERED) + 1;
      write(`src/content/${year}/prosjekt-${order}.md`, projectPage(year, order, row, random));
    }
  });
  const numbers = Array.from({ length: Math.min(all, REGISTERED) }, (_, index) => index + 1);
  const pictures = years.flatMap((year) => Array.from({ length: PICTURES }, (_, index) => [year, index + 1]));
  addRows(root, "sources", numbers.map(sourceRow));
  addRows(root, "figures", numbers.map(figureRow));
  addRows(
    root,
    "pictures",
    pictures.map(([year = 0, number = 0]) => pictureRow(year, number, random)),
  );
  addRows(root, "editions", years.map(editionRow));
}

function articlePage(year: number, random: Random): string {
  return `---
title: Prisen i ${year}
description: Slik gikk det med prisen i ${year}.
lead: ${sentence(random)}
published: ${year}-06-15
points:
  - ${sentence(random)}
  - ${sentence(random)}
  - ${sentence(random)}
sources:
  - asker-2017
---

${prose(random)}
![](bilde-${year}-1)
`;
}

function galleryPage(year: number): string {
  return `---
title: Bilder fra ${year}
description: Bildene fra utdelingen i ${year}.
lead: Her er bildene.
published: ${year}-06-15
---

Hvert bilde har sin egen side.
`;
}

/** `row` is the number of its source and its figure in their registers. */
function projectPage(year: number, order: number, row: number, random: Random): string {
  return `---
title: Prosjekt ${order} fra ${year}
description: ${sentence(random)}
lead: ${sentence(random)}
published: ${year}-06-15
summary: ${sentence(random)}
order: ${order}
figures:
  - tiltak-${row}
drawing:
  kind: tables
  families: velferdslab-familier
sources:
  - asker-2017
  - kilde-${row}
---

${prose(random)}
Til sammen ble det ${figureOf(row)} tiltak.[@kilde-${row}] Les også [artikkelen om prisen](index.md).[@regjeringen-2017]
`;
}

function prose(random: Random): string {
  const parts = Array.from({ length: 4 }, (_, part) => {
    const paragraphs = Array.from({ length: 2 }, () =>
      Array.from({ length: 5 }, () => sentence(random)).join(" "),
    );
    return `## Del ${"abcd".charAt(part)} av arbeidet\n\n${paragraphs.join("\n\n")}\n`;
  });
  const list = Array.from({ length: 4 }, () => `- ${sentence(random)}\n`).join("");
  const table = `| Hva | Hvem |\n| --- | --- |\n| Møter | ${random.pick(SUBJECTS)} |\n| Planer | ${random.pick(SUBJECTS)} |\n`;
  return `${parts.join("\n")}\n${list}\n${table}`;
}

function sentence(random: Random): string {
  return `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)} ${random.pick(ENDS)}.`;
}

function editionRow(year: number) {
  return {
    year,
    ordinal: null,
    winner: "asker",
    finalists: ["horten"],
    allFinalistsKnown: false,
    applicants: null,
    applicantsQualifier: null,
    projects: null,
    awarded: `${year}-06-15`,
    presenter: null,
    conference: null,
    juryLeader: null,
    sources: ["asker-2017"],
  };
}

function sourceRow(row: number) {
  return {
    id: `kilde-${row}`,
    publisher: `Utgiver ${row}`,
    url: `https://kilde-${row}.example/rapport/`,
    taken: `Rapport ${row} om arbeidet`,
  };
}

function figureRow(row: number) {
  return {
    id: `tiltak-${row}`,
    label: "til sammen",
    qualifier: null,
    value: figureOf(row),
    to: null,
    unit: "tiltak",
    source: `kilde-${row}`,
  };
}

function figureOf(row: number): number {
  return row + 10;
}

function pictureRow(year: number, number: number, random: Random) {
  return {
    id: `bilde-${year}-${number}`,
    edition: year,
    title: `Bilde ${number} fra ${year}`,
    caption: sentence(random),
    alt: "Mange mennesker samlet i en sal.",
    people: [],
    leftToRight: false,
    allPeopleKnown: false,
    credit: "ukjent",
    licence: "ukjent",
    date: "award",
    focus: null,
    standIn: { drawing: "crowd", alt: "Mange sirkler samlet på en linje." },
  };
}

/** Puts rows before those that a register has. */
function addRows(root: string, register: string, rows: readonly object[]): void {
  const path = join(root, `_data/${register}.json`);
  const added = rows.map((row) => `${JSON.stringify(row, null, 2).replace(/^/gm, "    ")},\n`).join("");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(`"${register}": [\n`, (start) => start + added),
  );
}
