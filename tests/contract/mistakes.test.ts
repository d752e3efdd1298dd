import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { jobSummary, sayProblem, sayProblems } from "../../src/build/contract/say.ts";
import { builtSite, copyContent, SAMPLE } from "../support/site.ts";

const ARTICLE = "src/content/2017/index.md";
const ENGLISH = "src/content/en/index.md";
const ABOUT = "src/content/om-nettstedet.md";
const HUNT = "src/content/2017/losningsjakten.md";
const HALL = "src/content/2017/holmen-svommehall.md";
const LINE = "## Slik er det laget";

/**
 * A mistake an editor can make: in the file, `from` becomes `to`; then what must be told, with the line counted from the
 * mistake's own, and the column.
 */
const mistakes: readonly (readonly [file: string, from: string, to: string, told: RegExp])[] = [
  [ARTICLE, "title:", "titel:", /^1:1 feil unknown-key: .*Mente du «title»/],
  [ARTICLE, "published: 2026-11-24", "published: 15.06.2017", /^1:12 feil invalid-date: .*«2017-06-15»/],
  [
    ARTICLE,
    "published: 2026-11-24",
    "published: 24. november 2026",
    /^1:12 feil invalid-date: .*«2026-11-24»/,
  ],
  [
    ARTICLE,
    "title: Asker kommune vant Innovasjonsprisen 2017",
    "title: 2017",
    /^1:8 feil wrong-type: .*"2017"/,
  ],
  [HUNT, "kind: participation", "kind: participasjon", /feil wrong-value: .*«participation»/],
  [HUNT, "order: 3", "order: 2", /feil duplicate-value: .*asker-velferdslab\.md/],
  [ARTICLE, "published: 2026-11-24", "published: 2026-02-30", /^1:12 feil invalid-date/],
  [ARTICLE, "published: 2026-11-24\n", "", /feil missing-key: Feltet «published» mangler/],
  [HUNT, "lead: >-\n", "\n", /^1:1 feil missing-key: Feltet «lead»/],
  [HUNT, "\nlead: >-", " d: >-", /^1:3 feil missing-key: Feltet «lead»/],
  [HUNT, "\norder: 3", ".\n  order: 3", /^2:3 feil missing-key: Feltet «order»/],
  [
    HUNT,
    "published:",
    "changes:\n  - Rettet: x\npublished:",
    /^2:5 feil missing-key: .*«date» og «text» i nr. 1 mangler\.$/,
  ],
  [ARTICLE, "points:", "points:\n  - Et punkt til.", /feil wrong-value: Listen «points» skal ha 3 punkter\./],
  [HUNT, "title: Løsningsjakten", "title: Jakten: slik gikk det", /^1:14 feil invalid-yaml: Her er et kolon/],
  [
    ARTICLE,
    "points:\n  - ",
    "points:\n  - I dag: ",
    /^2:5 feil wrong-type: .* må stå i hermetegn: "I dag: …"\.$/,
  ],
  [ARTICLE, "[@difi-2017]", "[@difi-2071]", /feil unknown-reference: .*«difi-2017»/],
  [ARTICLE, "torsdag 15. juni 2017, på", "fredag 15. juni 2017, på", /feil wrong-weekday: .*torsdag/],
  [ARTICLE, "title: Asker", "permalink: /x/\ntitle: Asker", /^1:1 feil behaviour-key/],
  [ARTICLE, "title: Asker", "__proto__: x\ntitle: Asker", /^1:1 feil unsafe-key/],
  [ARTICLE, "title: Asker", "title: &a Asker", /feil yaml-reference/],
  [ARTICLE, "---\ntitle", "---js\ntitle", /^1:1 feil foreign-front-matter/],
  [
    HUNT,
    "783 deltakere, og",
    "738 deltakere, og",
    /feil contradicting-number: .*783 deltakere .*Rett det ene, eller før inn tallet der/,
  ],
  [ENGLISH, "500,000", "50,000", /feil unregistered-number: .*nærmeste er 500\u00a0000 i _data\/prize\.json/],
  [ENGLISH, "500,000", "2008", /feil unregistered-number: .*nærmeste er 2018 i/],
  [ENGLISH, "500,000", "500 000", /feil unregistered-number: «500 000» skrives «500,000»/],
  [ENGLISH, "500,000", "500.000", /feil unregistered-number: «500\.000» skrives «500,000»/],
  [HUNT, "innbyggere.[@distriktssenteret]", "innbyggere.", /feil missing-citation: .*distriktssenteret/],
  [HUNT, "(index.md)", "(indeks.md)", /feil dead-link/],
  [ABOUT, LINE, "om-prisn.md er [her](om-prisn.md)", /^1:22 feil dead-link/],
  [ARTICLE, "---\ntitle", "\n---\ntitle", /^1:1 feil missing-front-matter: .*tomme linjer/],
  [HUNT, "title: Løs", 'title: "Løs', /^1:8 feil invalid-yaml: .*avsluttende hermetegn/],
  [HUNT, "  - asker-2017\n---", '  - "asker-2017\n---', /^1:5 feil invalid-yaml: .*avsluttende hermetegn/],
  [HUNT, "title: Løsningsjakten", "title: Etter #metoo", /^1:14 feil invalid-yaml: .*«#»/],
  [HUNT, "title: ", "title:", /^1:1 feil invalid-yaml: .*mellomrom/],
  [HUNT, "  - asker-2017\n---", "   - asker-2017\n  - difi-2017\n---", /^2:1 feil invalid-yaml: Innrykket/],
  [HUNT, "title: Løsningsjakten", 'title: "Jakten" i Asker', /^1:17 feil invalid-yaml: .*ved hermetegnet/],
  [HUNT, "title: Løsningsjakten\ndescription: >-", ">-", /^1:1 feil invalid-yaml: .*navnet på et felt/],
  [HUNT, "lead: >-\n  På", "lead: >- På", /^1:10 feil invalid-yaml: .*neste linje/],
  [HUNT, "lead: >-\n  På", "lead: >-\nPå", /^2:1 feil invalid-yaml: .*rykkes inn under/],
  [HUNT, "  - asker-2017\n---", "  * asker-2017\n---", /^1:3 feil yaml-reference: .*«- »/],
  [HUNT, "  contributions:", "    contributions:", /^1:1 feil invalid-yaml: Innrykket/],
  [
    HUNT,
    "kind: participation",
    "kind: tables",
    /feil unknown-key: .*«participants»\. Gyldige her: «kind», «families»/,
  ],
  [HUNT, "  - asker-2017\n---", "  - [@asker-2017]\n---", /^1:6 feil invalid-yaml: .*uten «@»/],
  [HUNT, "sources:\n  - asker-2017", "sources: asker-2017, ks-2017", /^1:10 .*\["asker-2017", "ks-2017"\]/],
  [HUNT, "order: 3", "order: 0", /^1:8 feil wrong-value: .*over 0/],
  [HUNT, "order: 3", 'order: "3"', /^1:8 feil wrong-type: .*Ta bort hermetegnene/],
  [HUNT, "sources:\n  - asker-2017", "sources: asker-2017", /^1:10 feil wrong-type: .*\["asker-2017"\]/],
  [HUNT, "published: 2026-11-24", "published: 24. nov. 2026", /^1:12 feil invalid-date: .*«2026-11-24»/],
  [HUNT, "published: 2026-11-24", "published: i dag", /^1:12 feil invalid-date: .*ikke en dato\. /],
  [HUNT, "published: 2026-11-24", "published: 2026-11-24T08:00", /^1:12 feil invalid-date: .*«2026-11-24»/],
  [HUNT, "lead: >-\n", `lead: >-\n${"  Ord på ord.\n".repeat(2000)}`, /feil file-too-large: .*20000 tegn/],
  [HUNT, "lead: >-\n", "lead: >-\n  **Ny** ", /^1:7 feil broken-markup: .*«\*\*Ny\*\*»/],
  [HUNT, "lead: >-\n", "lead: >-\n  Se [alt](index.md) ", /^1:7 feil broken-markup: .*ren tekst/],
  ["_data/people.json", '"role": "ordfører"', '"role": "null"', /^1:15 feil wrong-type: .*uten hermetegn/],
  ["_data/people.json", '"role": "ordfører"', 'role: "ordfører"', /^1:7 feil invalid-json/],
  ["_data/people.json", '"role": "ordfører"', '"role": “ordfører”', /^1:15 feil invalid-json: .*rette/],
  ["_data/people.json", '"role": "ordfører"', '"role: "ordfører"', /^1:15 feil invalid-json: Feltnavnet/],
  ["_data/people.json", '"role": "ordfører"', '"role" = "ordfører"', /^1:14 feil invalid-json: .*kolon/],
  [
    "_data/people.json",
    '"role": "ordfører"',
    '"role": "ordfører" # ny',
    /^1:26 feil invalid-json: .*kommentar/,
  ],
  ["_data/people.json", "    },\n", "    ],\n", /^1:5 feil invalid-json: .*«}» foran dette, eller/],
  ["_data/people.json", "    },\n", "    ),\n", /^1:5 feil invalid-json: .*«}» foran dette, eller/],
  ["_data/people.json", "    },\n", "", /^1:5 feil invalid-json: .*«}» foran dette/],
  ["_data/people.json", "    },\n", "    }\n", /^1:5 feil invalid-json: Etter dette mangler et komma/],
  ["_data/people.json", "  ]\n}", "}", /^1:1 feil invalid-json: .*«\]» foran dette/],
  [
    "_data/pictures.json",
    '"caption": "',
    '"caption": "Se [Asker](www.asker.no). ',
    /Mente du «https:\/\/www\.asker\.no»/,
  ],
  [
    "_data/pictures.json",
    '"alt": "Flere av vinnerne samlet, med rådmann Lars Bjerke foran de andre."',
    '"alt": "ukjent"',
    /^1:14 feil weak-alt: .*sier ikke hva bildet viser/,
  ],
  [
    "_data/pictures.json",
    '"alt": "Flere av vinnerne samlet, med rådmann Lars Bjerke foran de andre."',
    '"alt": "Bilde"',
    /^1:14 feil weak-alt: .*sier ikke hva bildet viser/,
  ],
  ["_data/pictures.json", '"date": "award"', '"date": "juni 2017"', /^1:15 feil invalid-date: .*«2017-06»/],
  [
    "_data/pictures.json",
    '"date": "award"',
    '"date": "i juni"',
    /feil invalid-date: .*2017-06 eller 2017\.$/,
  ],
  [HUNT, "published: 2026-11-24", "published: juni 2017", /^1:12 feil invalid-date: .*slik: 2017-06-15\.$/],
  ["_data/figures.json", '"value": 783', '"value": 783,5', /^1:19 feil invalid-json: .*punktum/],
  ["_data/figures.json", '"value": 783', '"value": 1 783', /feil invalid-json: .*uten mellomrom/],
  ["_data/figures.json", '"value": 783', '"value": 0783', /^1:17 feil invalid-json: .*uten 0 først/],
  ["_data/figures.json", '"value": 783', '"value": 1.000.783', /^1:21 feil invalid-json: .*bare sifre/],
  ["_data/figures.json", '"value": 783', '"value": 783 000', /feil invalid-json: .*uten mellomrom/],
  ["_data/figures.json", '"value": 73000', '"value": 73.000', /^1:16 feil wrong-value: .*tallet 73, .*73000/],
  [
    "_data/editions.json",
    '"winner": "traena"',
    '"winner": "Træna"',
    /invalid-id: .*Som id skrives det «traena»\.$/,
  ],
  [
    "_data/site.json",
    '"security": null',
    '"security": { "contact": "post@kommune.example", "expires": "2027-06-01" }',
    /^1:28 feil invalid-address: .*«mailto:»/,
  ],
  [
    "_data/site.json",
    '"security": null',
    '"security": { "contact": "mailto:post@kommune.example", "expires": "2099-01-31" }',
    /advarsel expired-date: .*2099-01-31.*høyst et år fram/,
  ],
  [HUNT, "published:", "changes: Rettet antallet.\npublished:", /^1:10 feil wrong-type: [^[]*$/],
  [
    "_data/people.json",
    '"role": "ordfører"',
    '"role": "den "nye" ordføreren"',
    /^1:21 feil invalid-json: .*« og »/,
  ],
  ["_data/people.json", '"role": "ordfører"', '"role": ""', /^1:15 feil empty-text: .*eller skriv null/],
  ["_data/people.json", '"name": "Lene Conradi"', '"name": ""', /feil empty-text: .*Fyll det ut\.$/],
  [ABOUT, "lead: Et lite", 'lead: ""\n#', /^1:7 feil empty-text: .*, eller ta det bort\.$/],
  [HUNT, "published:", "aliases:\npublished:", /^1:9 feil wrong-type: .*Fyll det ut, eller ta det bort\./],
  ["_data/figures.json", '"source": "asker-2017"', '"source": ""', /^1:17 feil empty-text: .*Fyll det ut\.$/],
  [HUNT, "published: 2026-11-24", 'published: ""', /^1:12 feil empty-text/],
  [
    "_data/site.json",
    '"accessibilityStatement": null',
    '"accessibilityStatement": ""',
    /^1:29 feil empty-text: .*eller skriv null når det ikke er kjent\.$/,
  ],
  [ABOUT, "title: Om nettstedet", 'title: ""', /^1:8 feil empty-text: .*Fyll det ut\.$/],
  [
    "_data/timeline.json",
    '"edition": 2017',
    '"edition": 2018',
    /^1:18 advarsel unused-entry: .*utgaven 2018/,
  ],
  [
    "_data/sources.json",
    '"url": "https://',
    '"url": "https://ks.no/ny side',
    /feil invalid-address: .*mellomrom/,
  ],
  [
    "_data/sources.json",
    '"url": "https://',
    '"url": "https://www.asker,no/',
    /^1:14 feil invalid-address: .*på nettet/,
  ],
  ["_data/sources.json", '"url": "https://', '"url": "https://ola@asker.no/', /^1:14 feil invalid-address/],
  ["_data/figures.json", '"to": null', '"to": 5', /^1:13 feil wrong-value: Spennet går fra 50 til 5/],
  [ABOUT, LINE, "# Enda en", /feil second-h1/],
  [ABOUT, LINE, "#### For langt ned", /feil skipped-heading/],
  [ABOUT, LINE, "<b>fet</b>", /^1:1 feil raw-html: .*Markdown/],
  [ABOUT, LINE, "[les](javascript:alert(1))", /^1:\d+ feil unsafe-link/],
  [ABOUT, LINE, "[les](//example.org)", /^1:7 feil unsafe-link/],
  [ABOUT, LINE, "[les](https://asker.kommune.no@example.org/)", /^1:7 feil unsafe-link: .*«example\.org»/],
  [ABOUT, LINE, "[les](https:/asker.no/)", /^1:7 feil unsafe-link: .*«https:\/\/»/],
  [ABOUT, LINE, "[les]()", /^1:7 feil dead-link: .*ingen adresse/],
  [ABOUT, LINE, "[les](www.asker.no)", /^1:7 feil dead-link: .*Mente du «https:\/\/www\.asker\.no»/],
  [ABOUT, LINE, "[skriv](post@asker.no)", /^1:9 feil dead-link: .*Mente du «mailto:post@asker\.no»/],
  [ABOUT, LINE, "[les](/2017)", /^1:7 feil dead-link: .*Mente du «\/2017\/»/],
  [ABOUT, LINE, "[les](/src/content/2017/index.md)", /^1:7 feil dead-link: .*Mente du «\/2017\/»/],
  [ABOUT, LINE, "[les](kilder)", /^1:7 feil dead-link: .*Mente du «kilder\.md»/],
  [ABOUT, LINE, "[les](kilder.html)", /^1:7 feil dead-link: .*Mente du «kilder\.md»/],
  [ABOUT, LINE, "[les](2017/)", /^1:7 feil dead-link: .*Mente du «2017\/index\.md»/],
  [
    ABOUT,
    LINE,
    "[les](asker-velferdslab.md)",
    /^1:7 feil dead-link: .*Mente du «2017\/asker-velferdslab\.md»/,
  ],
  [ABOUT, LINE, "[les](/2017/losningsjakta/)", /^1:7 feil dead-link: .*Mente du «\/2017\/losningsjakten\/»/],
  [
    HUNT,
    "(index.md)",
    "(løsningsjakten.md)",
    /feil dead-link: Lenken «løsningsjakten\.md».*Mente du «losningsjakten\.md»/,
  ],
  [
    ABOUT,
    LINE,
    "[les](<om prisen.md>)",
    /^1:8 feil dead-link: Lenken «om prisen\.md».*Mente du «om-prisen\.md»/,
  ],
  [
    ABOUT,
    LINE,
    "[les](https://innovasjonsprisen.example/kilde/)",
    /^1:7 feil dead-link: .*Mente du «\/kilder\/»/,
  ],
  [ABOUT, LINE, "[les](C:\\dok\\brev.docx)", /^1:7 feil unsafe-link: .*«C:\\dok\\brev\.docx».*på en maskin/],
  [ABOUT, LINE, "[les](asker.no/ny)", /^1:7 feil dead-link: .*Mente du «https:\/\/asker\.no\/ny»/],
  [ABOUT, LINE, "[les](rapport.pdf)", /^1:7 feil dead-link: .*hele adressen til dokumentet/],
  [ABOUT, LINE, "[les](C:/dok/brev.pdf)", /^1:7 feil unsafe-link: .*på en maskin/],
  [ABOUT, LINE, "[les](2017\\index.md)", /^1:7 feil unsafe-link: .*«\/» i stedet/],
  [ABOUT, LINE, "[les](\\\\\\\\tjener\\\\brev.docx)", /feil unsafe-link: .*på en maskin/],
  [ABOUT, LINE, "![Vinnerne](bilder/vinnere.jpg)", /^1:1 feil broken-markup: .*«!\[\]\(vinnere\)»/],
  [ABOUT, LINE, "![](bilder/vinnere.jpg)", /^1:5 feil unknown-reference: .*Mente du «vinnere»/],
  [ABOUT, LINE, "[ring](66123456)", /^1:8 feil dead-link: .*Mente du «tel:66123456»/],
  [ABOUT, LINE, "[ring](tlf:66123456)", /^1:8 feil unsafe-link: .*«tlf:», bare .*«tel:»/],
  [ABOUT, LINE, "[ring](tel:)", /^1:8 feil unsafe-link: .*bare sifre/],
  [ABOUT, LINE, "[skriv](mailto:post@asker,no)", /^1:9 feil unsafe-link: .*hele adressen/],
  [ABOUT, LINE, "[skriv](mailto:)", /^1:9 feil unsafe-link: .*hele adressen/],
  [ABOUT, LINE, "[les](http://localhost:8080/kilder/)", /^1:7 feil unsafe-link: .*«localhost»/],
  [ABOUT, LINE, "[les](https://www.asker,no/)", /^1:7 feil unsafe-link: .*«www\.asker,no»/],
  [HUNT, "(holmen-svommehall.md)", "(holmen-svommehall.md#Støtte-og-åpning)", /Mente du «stotte-og-apning»/],
  [ABOUT, LINE, "[les](#Personvern)", /^1:7 feil dead-link: .*Mente du «personvern»/],
  [HUNT, "title:", "aliases: [/2017/bilder/vinnere/]\ntitle:", /^1:11 feil taken-alias/],
  [HUNT, "title:", "aliases: [/feed.xml]\ntitle:", /^1:11 feil taken-alias/],
  [HUNT, "title:", "aliases: [/Om-Prisen]\ntitle:", /^1:11 feil taken-alias: .*om-prisen\.md/],
  [ABOUT, LINE, "[les](om prisen.md)", /^1:1 feil broken-markup: .*mellomrom/],
  [ABOUT, LINE, "##Slik er det laget", /^1:1 feil broken-markup: .*«## Overskrift»/],
  [ABOUT, LINE, "::: utsgan lene-conradi\nhei\n:::", /^1:1 feil broken-markup: .*utsagn/],
  [ABOUT, LINE, "hei\nog hei\n:::", /^1:1 feil broken-markup: .*begynner ikke/],
  [ABOUT, LINE, ":::", /^1:1 feil broken-markup: .*hører til et utsagn/],
  [ABOUT, LINE, ":: utsagn lene-conradi\nhei\n::", /^1:1 feil broken-markup: .*utsagn/],
  [ABOUT, LINE, "![Vinnerne]()", /^1:1 feil broken-markup: .*«!\[\]\(id\)»/],
  [ABOUT, LINE, "- ny\n- [x] ferdig\n- [ ] venter", /^2:1 feil broken-markup: .*avkryssing/],
  [ABOUT, LINE, "> [!NOTE]\n> Husk dette.", /^1:1 feil broken-markup: .*rammer/],
  [ABOUT, LINE, "Hva;Hvor mange\nBaner;åtte", /^1:1 feil broken-markup: .*semikolon/],
  [ABOUT, LINE, "Slik.[^1]\n\n[^1]: https://www.asker.no/", /^3:1 feil broken-markup: Fotnoter/],
  [ABOUT, LINE, "[Merk]: viktig", /^1:1 feil broken-markup: .*borte/],
  [ABOUT, LINE, "Slik:\n\n[Les mer]: kilder.md", /^3:1 feil broken-markup: .*borte/],
  [ABOUT, LINE, "[Les mer][kilder]", /^1:1 feil broken-markup: .*ingen lenke/],
  [ABOUT, LINE, "Les mer: [[kilder]]", /^1:1 feil broken-markup: .*ingen lenke/],
  [ABOUT, LINE, "[Les mer]\u00a0(kilder.md)", /^1:1 feil broken-markup: .*ingen lenke/],
  [ABOUT, LINE, "Les mer på www.asker.no", /^1:1 feil broken-markup: .*av seg selv/],
  [ABOUT, LINE, "Slik er det.[asker-2017]", /^1:1 feil broken-markup: .*«\[@id\]»/],
  [ABOUT, LINE, "Slik er det.(@asker-2017)", /^1:1 feil broken-markup: .*«\[@id\]»/],
  [ABOUT, LINE, "Slik er det.[@asker-2017, @ks-2017]", /^1:1 feil broken-markup: .*én kilde/],
  [ABOUT, LINE, "![Vinnerne](vinnere)", /^1:1 feil broken-markup: «Vinnerne» vises ikke/],
  [ABOUT, LINE, "[](vinnere)", /^1:1 feil empty-link: .*«!» foran/],
  [ABOUT, LINE, "*Slik er det", /^1:1 feil broken-markup: Kursiven/],
  [ABOUT, LINE, "Slik:\n-en\n-to", /^2:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "- en\n-to\n- tre", /^2:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "o\tEn\no\tTo", /^1:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "a) en\nb) to", /^1:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "Hva\tHvor mange\nBaner\tåtte", /^1:1 feil broken-markup: .*tabulator/],
  [ABOUT, LINE, "[Les mer] (kilder.md)", /^1:1 feil broken-markup: .*ingen lenke/],
  [ABOUT, LINE, "(Les mer)[kilder.md]", /^1:1 feil broken-markup: .*ingen lenke/],
  [ABOUT, LINE, "Les mer på https://www.asker.no/", /^1:1 feil broken-markup: .*av seg selv/],
  [ABOUT, LINE, "![] (vinnere)", /^1:1 feil broken-markup: .*ikke et bilde/],
  [ABOUT, LINE, "![[vinnere]]", /^1:1 feil broken-markup: .*ikke et bilde/],
  [ABOUT, LINE, "Slik er det.[^1]", /^1:1 feil broken-markup: .*[Ff]otnoter/],
  [ABOUT, LINE, "Slik er det.[1]", /^1:1 feil broken-markup: .*[Ff]otnoter/],
  [ABOUT, LINE, "Slik:\n• en\n• to", /^2:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "En [welfare lab] {lang=en} til.", /^1:1 feil broken-markup: .*\{lang=en\}/],
  [ABOUT, LINE, "-En\n-To", /^1:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "1.En\n2.To", /^1:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "Slik:\n1.en\n2.to", /^2:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "Slik:\n– En\n– To", /^2:1 feil broken-markup: .*ett avsnitt/],
  [ABOUT, LINE, "– En\n– To", /^1:1 feil broken-markup: .*ett avsnitt/],
  [ABOUT, LINE, "\tSlik er det laget.", /^1:1 feil broken-markup: .*kode/],
  [ABOUT, LINE, "Slik er det laget.\n---", /^1:1 feil broken-markup: .*overskrift/],
  [ABOUT, LINE, "::: utsagn lene-conradi\n:::", /^1:1 feil broken-markup: .*tomt/],
  [ABOUT, LINE, "| a | b |\n|---|---|\n| 1 | 2 | 3 |", /^3:1 feil broken-markup: .*3 mot 2/],
  [ABOUT, LINE, "| a | b |\n|---|---|\n| 1 | 2 |\nSlik.", /^4:1 feil broken-markup: .*1 mot 2/],
  [ABOUT, LINE, "| a | b |\n\n|---|---|\n\n| 1 | 2 |", /^1:1 feil table-without-header/],
  [ABOUT, LINE, "**fet skrift", /^1:1 feil broken-markup/],
  [ABOUT, LINE, "Slik er __det laget.", /^1:1 feil broken-markup: Fet skrift/],
  [ABOUT, LINE, "Slik er _det laget.", /^1:1 feil broken-markup: Kursiven/],
  [ABOUT, LINE, "[Les mer(kilder.md)", /^1:1 feil broken-markup: .*ingen lenke/],
  [ABOUT, LINE, "a. en\nb. to", /^1:1 feil broken-markup: .*liste/],
  [ABOUT, LINE, "Lene Conrady var der.", /^1:1 feil misspelt-name: .*Lene Conradi/],
  [ABOUT, LINE, "<<<<<<< HEAD", /^1:1 feil merge-conflict/],
  [ABOUT, LINE, "Аsker er med.", /^1:1 feil mixed-scripts/],
  [ABOUT, LINE, "Holmen svÃ¸mmehall", /^1:8 feil garbled-text: .*«svømmehall»/],
  [ABOUT, LINE, "Her er\u200b noe.", /^1:7 feil invisible-character/],
  [
    ABOUT,
    "title: Om nettstedet",
    'title: "Om nett\\u200bstedet"',
    /^1:8 feil invisible-character: .*U\+200B/,
  ],
  ["_data/people.json", '"role": "ordfører"', '"role": "ord\\u0001fører"', /^1:15 feil invisible-character/],
  ["_data/people.json", '"role": "ordfører"', '"role": "ord\\ud83dfører"', /^1:15 feil invisible-character/],
  [ABOUT, LINE, "Det koster 500.000 kroner.", /^1:12 advarsel number-grouping/],
  [ABOUT, LINE, "Møt opp , i dag.", /^1:8 advarsel mark-spacing: Det skal ikke være mellomrom foran «,»\.$/],
  [ABOUT, LINE, "Møt opp kl.14.30 i dag.", /^1:9 advarsel clock-time/],
  [ABOUT, LINE, 'Et "ord" til.', /^1:4 advarsel straight-quotes/],
  [
    "_data/people.json",
    '"role": "ordfører",\n      "organisation": "asker"',
    '"role": "ordfører",\n      "organisation": "asker",',
    /^2:30 feil invalid-json: Dette kommaet er ett for mye/,
  ],
  [
    "_data/editions.json",
    '"narvik"]',
    '"narvik",]',
    /^1:\d+ feil invalid-json: Dette kommaet er ett for mye/,
  ],
  ["_data/people.json", '"id": "lene-conradi",', '"id": "lene-conradi"', /^1:\d+ feil invalid-json: .*komma/],
  [
    "_data/people.json",
    '"role": "ordfører"',
    "'role': 'ordfører'",
    /^1:7 feil invalid-json: .*enkelt hermetegn/,
  ],
  [
    "_data/people.json",
    '"role": "ordfører"',
    '"role": "<b>ordfører</b>"',
    /^1:15 feil raw-html: .*ren tekst/,
  ],
  ["_data/people.json", '"role": "ordfører"', '"role": 7', /feil wrong-type: .*tekst/],
  ["_data/editions.json", '"winner": "asker"', '"winner": "askr"', /feil unknown-reference: .*«asker»/],
  ["_data/editions.json", '"horten",', '"horten", "horten",', /feil duplicate-value/],
];

for (const [file, from, to, told] of mistakes) {
  test(`${file}: «${to.trim().slice(0, 40)}» is told as ${told.source}`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    const path = join(project.root, file);
    const before = readFileSync(path, "utf8");
    assert.ok(before.includes(from), `${file} has no «${from}»`);
    writeFileSync(path, before.replace(from, to));
    const first = before.slice(0, before.indexOf(from)).split("\n").length;
    const said = (await readContent(project.root)).problems
      .filter((problem) => problem.file === file)
      .map((problem) => sayProblem({ ...problem, line: problem.line - first + 1 }).slice(file.length + 1));
    assert.ok(
      said.some((line) => told.test(line)),
      said.join("\n"),
    );
  });
}

for (const [file, from, to, rule] of [
  [HUNT, "title:", " title:", "invalid-yaml"],
  [HUNT, "title: Løs", 'title: "Løs', "invalid-yaml"],
  [HUNT, "drawing:", "drawing: participation", "invalid-yaml"],
  [HUNT, "  - asker-2017\n---", "  - asker-2071\n---", "unknown-reference"],
  [HUNT, "published: 2026-11-24", "published: 2026-11-24\npublishAt: 2026-11-24 8:00", "publish-time"],
  [HUNT, "title: Løs", "title: <b>Løs</b>", "raw-html"],
  ["_data/figures.json", '"value": 783', '"value": "783"', "wrong-type"],
  [
    "_data/figures.json",
    '"value": 783',
    '<<<<<<< HEAD\n"value": 783\n=======\n"value": 784\n>>>>>>> tall',
    "merge-conflict",
  ],
  [
    HUNT,
    "order: 3",
    "<<<<<<< HEAD\norder: 3\n||||||| eldre\norder: 5\n=======\norder: 4\n>>>>>>> tall",
    "merge-conflict",
  ],
  [HUNT, "Mange ulike", "<<<<<<< HEAD\nFlere\n=======\nUlike\n>>>>>>> ord\n\nMange ulike", "merge-conflict"],
  [HUNT, "## Mange", "Jakten\n=======\n\n## Mange", "second-h1"],
  ["_data/pictures.json", '"caption": "', '"caption": "<b>Vi</b> vant. ', "raw-html"],
] as const) {
  test(`«${to.trim().slice(0, 40)}» is told once, and nothing for its sake`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    const path = join(project.root, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    const said = (await readContent(project.root)).problems;
    assert.deepEqual(
      said.map((problem) => problem.rule),
      [rule],
      said.map(sayProblem).join("\n"),
    );
  });
}

test("spaces around a text are no part of it", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, "_data/figures.json");
  writeFileSync(path, readFileSync(path, "utf8").replace('"deltakere"', '" deltakere "'));
  const { site } = await readContent(project.root);
  assert.ok(site?.figures.some(({ unit }) => unit === "deltakere"));
});

for (const [name, told] of [
  ["Losningsjakten.md", /^feil invalid-name: .*«losningsjakten\.md»/],
  ["løsningsjakten.md", /^feil invalid-name: .*«losningsjakten\.md»/],
] as const)
  test(`a page that is called «${name}» is told once, and nothing for its sake`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    renameSync(join(project.root, HUNT), join(project.root, "src/content/2017", name));
    const said = (await readContent(project.root)).problems.map(sayProblem);
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0]?.split(":1:1 ")[1] ?? "", told);
  });

for (const [name, told] of [
  ["Ny side.md.txt", /Kall filen «ny-side\.md»/],
  ["ny.markdown", /Kall filen «ny\.md»/],
  ["rapport.pdf", /Dokumenter kan ikke ligge her/],
  ["bilder/bord.gif", /JPEG eller PNG/],
  ["bilder/IMG 12.HEIC", /JPEG eller PNG/],
] as const)
  test(`a file that is called «${name}» is told with what to do`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    writeFileSync(join(project.root, "src/content/2017", name), "Hei.");
    const said = (await readContent(project.root)).problems.map(sayProblem);
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0] ?? "", told);
  });

test("a text saved as UTF-16 is told once, with or without a mark at its beginning", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const page = "---\ntitle: Ny\ndescription: En ny side.\n---\n\nHei.\n";
  for (const mark of ["\ufeff", ""]) {
    writeFileSync(join(project.root, "src/content/ny.md"), Buffer.from(mark + page, "utf16le"));
    const said = (await readContent(project.root)).problems.map(sayProblem);
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0] ?? "", /ny\.md:1:1 feil invalid-utf8: .*UTF-16/);
  }
});

test("a problem is one line, whatever it quotes", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  writeFileSync(join(project.root, "src/content/ny\nside.md"), "Hei.");
  const path = join(project.root, HUNT);
  writeFileSync(path, readFileSync(path, "utf8").replace("order: 3", "order: |\n  en\n  to"));
  const said = (await readContent(project.root)).problems.map(sayProblem);
  assert.equal(said.length, 2, said.join("\n"));
  for (const line of said) assert.doesNotMatch(line, /\n/);
});

for (const [name, told] of [
  [
    "vinnere-av-innovasjonsprisen.jpg",
    "feil picture-size: Filen er på 40 MB; grensen er 10 MB. Lagre bildet mindre: 2000 piksler bredt er nok.",
  ],
  [
    "Vinnere av Innovasjonsprisen.JPG",
    "feil invalid-name: Filnavnet må ha små bokstaver, tall og bindestrek. Kall filen «vinnere-av-innovasjonsprisen.jpg».",
  ],
] as const)
  test(`a picture as it comes from a camera, «${name}», is told once with what to do, and not as missing`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    const register = join(project.root, "_data/pictures.json");
    const withoutDrawing = readFileSync(register, "utf8").replace(/"standIn": \{[^}]*\}/, '"standIn": null');
    writeFileSync(register, withoutDrawing);
    const file = `src/content/2017/bilder/${name}`;
    writeFileSync(join(project.root, file), Buffer.alloc(40_000_000));
    assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), [`${file}:1:1 ${told}`]);
  });

test("an empty picture is told, as others that cannot be read", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const file = "src/content/2017/bilder/vinnere.jpg";
  writeFileSync(join(project.root, file), "");
  assert.deepEqual(
    (await readContent(project.root)).problems.map(({ rule, file: told }) => `${told} ${rule}`),
    [`${file} damaged-picture`],
  );
});

for (const [written, rule] of [
  ["::: utsagn Lene Conradi\nhei\n:::", "broken-markup"],
  ["| a | b |\n\n|---|---|\n\n| 1 | 2 |", "table-without-header"],
  ["Hva | Hvor mange\nBaner | åtte\nSkap | ni", "table-without-header"],
  ["• en\n• to\n• tre", "broken-markup"],
  ["::: utsagn lene-conradi\nhei\n::\n\nog hei", "unclosed-block"],
  ["[![](vinnere)](kilder.md)", "misplaced-picture"],
  ['<img src="https://asker.no/hallen.jpg" width="50%">', "raw-html"],
  ["<b>Hallen</b> er ny, og <b>god</b>.", "raw-html"],
  ["Les mer på <www.asker.no>.", "broken-markup"],
] as const) {
  test(`«${written.slice(0, 30)}» is told once`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    const path = join(project.root, ABOUT);
    writeFileSync(path, `${readFileSync(path, "utf8")}\n${written}\n`);
    const said = (await readContent(project.root)).problems;
    assert.deepEqual(
      said.map((problem) => problem.rule),
      [rule],
      said.map(sayProblem).join("\n"),
    );
    assert.ok(!said.some(({ message }) => message.includes("\ufffc")));
  });
}

test("an element of HTML is told once in each paragraph", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ABOUT);
  const table = "<table>\n<tr><td>Baner</td><td>åtte</td></tr>\n<tr><td>Skap</td><td>ni</td></tr>\n</table>";
  writeFileSync(path, `${readFileSync(path, "utf8")}\n${table}\n\nLinje<br>en.\n\nLinje<br>to.\n`);
  const told = (await readContent(project.root)).problems.map(({ message }) => message.split(" er HTML")[0]);
  assert.deepEqual(told, ["«<table>»", "«<tr>»", "«<td>»", "«<br>»", "«<br>»"]);
});

for (const written of [
  "Skriv til <post@asker.kommune.no>, eller se <https://www.asker.kommune.no/>.",
  "Hallen kalles [sic] (med små bokstaver) «hallen».",
  "Skriv til post@asker-kommune.no, se [www.asker.no](https://www.asker.no/), eller ring* kommunen på 1 * 2 * 3.",
  "[https://www.asker.kommune.no/](https://www.asker.kommune.no/)",
  "[Skriv](mailto:post@blå.no,post@asker.no?subject=Prisen), [ring](tel:+47-66.12.34.56) eller [les](https://blå.no/).",
  "15\\. juni 2017 vant Asker.\n\n1. mange steder\n2. alle måneder",
  "15. juni 2017 vant Asker.",
  "Området hadde 5\u202f300 innbyggere.",
  "Familien 👩‍👩‍👧 og ❤️‍🔥 var der.",
  "| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |\n\na | b\n--- | ---\n1 | 2",
  "Der A<B, er p<0,05 og C>D.",
  "Se [hallen], eller [les mer][om].\n\n[hallen]: /2017/holmen-svommehall/\n[Om]: om-prisen.md",
  "P&aring;l og\nB&aring;rd var der.",
  "Slik er det tenkt\n---------\n\nTekst.\n\n---\n\n– Ja, sa hun.\n\n– Nei, sa han.",
])
  test(`«${written.slice(0, 40)}» is in order`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    const path = join(project.root, ABOUT);
    writeFileSync(path, `${readFileSync(path, "utf8")}\n${written}\n`);
    assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), []);
  });

test("of more mistakes than GitHub shows at their lines, the tenth says how many there are more, and the summary has all", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ABOUT);
  const links = Array.from({ length: 12 }, (_, index) => `[Les](side-${index}%0A.md)\n\nEt "ord" til.\n`);
  writeFileSync(path, `${readFileSync(path, "utf8")}\n${links.join("\n")}`);
  const { problems } = await readContent(project.root);
  const told = sayProblems(problems, "github").split("\n");
  const [first = "", , , , , , , , , tenth] = told;
  assert.match(first, /^::error file=src\/content\/om-nettstedet\.md,line=\d+,col=7,title=dead-link::/);
  assert.match(first, /«side-0%0A\.md»/);
  assert.equal(tenth, "::error title=3 feil til::3 feil til står i oppsummeringen.");
  assert.deepEqual(
    told.map((line) => line.split(" ")[0]),
    [...Array(10).fill("::error"), ...Array(10).fill("::warning"), ""],
  );
  assert.equal(jobSummary(problems).match(/^\| src&#47;|^\| src\/content/gm)?.length, 24);
});

test("all addresses that the build is said to make are made", async () => {
  const { root, dist } = builtSite();
  for (const url of (await readContent(root)).parsed.documents.generated)
    assert.ok(existsSync(join(dist, url)), url);
});

test("a page can link to a file that the build makes", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ABOUT);
  const links = "[Følg med](/feed.xml), og [ta tallene](/data/utgaver.csv).";
  writeFileSync(path, `${readFileSync(path, "utf8")}\n${links}\n`);
  assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), []);
});

test("a page in English can have a telephone number", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ENGLISH);
  writeFileSync(path, `${readFileSync(path, "utf8")}\n[Call +47 66 12 34 56](tel:+4766123456).\n`);
  assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), []);
});

test("a page outside the editions can have a percentage of its own, in its fields too", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ABOUT);
  writeFileSync(path, readFileSync(path, "utf8").replace(/^(description: .*?)\.?$/m, "$1 for 55 prosent"));
  assert.match(readFileSync(path, "utf8"), /^description: .*55 prosent$/m);
  assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), []);
});

test("what is told of a change may name what was wrong before it", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, HUNT);
  const change =
    "Rettet 738 deltakere til 783 deltakere, Lene Conrady til Lene Conradi og fredag 15. juni 2017 til torsdag.";
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(
      "\npublished:",
      `\nchanges:\n  - date: 2026-11-24\n    text: ${change}\npublished:`,
    ),
  );
  assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), []);
});

test("an address of this very site leads within it, as browsers show it", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ABOUT);
  writeFileSync(path, `${readFileSync(path, "utf8")}\n[Les](https://innovasjonsprisen.example/kilder/).\n`);
  const { site, problems } = await readContent(project.root);
  assert.deepEqual(problems.map(sayProblem), []);
  const blocks = site?.pages.find(({ file }) => file === ABOUT)?.prose.blocks ?? [];
  assert.match(JSON.stringify(blocks), /<a href=\\"\/kilder\/\\">Les<\/a>/);
});

test("links to a page that has got another name are told with the new one, when its old address is there", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, "src/content/2017/svommehallen.md");
  renameSync(join(project.root, HALL), path);
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace("title:", "aliases: [/2017/holmen-svommehall/]\ntitle:"),
  );
  const about = join(project.root, ABOUT);
  writeFileSync(about, `${readFileSync(about, "utf8")}\n[Se hallen](/2017/holmen-svommehall/).\n`);
  const said = (await readContent(project.root)).problems.map(sayProblem);
  assert.equal(said.length, 4, said.join("\n"));
  for (const line of said.slice(0, 3)) assert.match(line, /dead-link: .*Mente du «svommehallen\.md»/);
  assert.match(said[3] ?? "", /om-nettstedet\.md.* dead-link: .*Mente du «\/2017\/svommehallen\/»/);
});

test("a page of pictures without an article is told to need one, and a project beside it not once more", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const folder = join(project.root, "src/content/2018/bilder");
  mkdirSync(folder, { recursive: true });
  cpSync(join(project.root, "src/content/2017/bilder/index.md"), join(folder, "index.md"));
  const [head] = readFileSync(join(project.root, HUNT), "utf8").split("\n---\n");
  writeFileSync(join(project.root, "src/content/2018/jakten.md"), `${head}\n---\n\nJakten.\n`);
  assert.deepEqual((await readContent(project.root)).problems.map(sayProblem), [
    "src/content/2018/index.md:1:1 feil missing-file: Siden src/content/2018/bilder/index.md trenger denne siden, og den finnes ikke. Lag den, eller legg den tilbake.",
  ]);
});

test("an article without its edition is told with all else that is wrong with it", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const folder = join(project.root, "src/content/2001");
  mkdirSync(folder);
  const article = readFileSync(join(project.root, ARTICLE), "utf8").replace("- asker-2017", "- asker-2071");
  writeFileSync(join(folder, "index.md"), article);
  const rules = (await readContent(project.root)).problems.map(({ rule, file }) => `${file} ${rule}`);
  for (const told of [
    "src/content/2001/index.md unknown-reference",
    "src/content/2001/bilder/index.md missing-file",
  ])
    assert.ok(rules.includes(told), rules.join("\n"));
  assert.equal(rules.filter((rule) => rule === "src/content/2001/index.md unknown-reference").length, 2);
});

for (const [name, from, told] of [
  ["ny.md", ARTICLE, /Feltene «summary», «order» og «figures» mangler\. Siden er et prosjekt, for .*utgave/],
  ["ny.md", ABOUT, /Feltene «summary», «order», «figures» og «sources» mangler\. Siden er et pro/],
  ["index.md", ABOUT, /Feltene «points» og «sources» mangler\. Siden er artikkelen til en utgave/],
] as const)
  test(`a head copied from ${from} to ${name} of an edition lacks its fields once, with what the page is by its place`, async (t) => {
    const project = copyContent();
    t.after(() => project.remove());
    cpSync(join(project.root, from), join(project.root, "src/content/2017", name));
    const said = (await readContent(project.root)).problems
      .map(sayProblem)
      .filter((line) => line.includes("missing-key"));
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0] ?? "", told);
  });

test("a misspelt field in a group that may be missing is told once, with the one that is meant", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, "_data/pictures.json");
  writeFileSync(path, readFileSync(path, "utf8").replace('"drawing":', '"drawning":'));
  const said = (await readContent(project.root)).problems
    .map(sayProblem)
    .filter((line) => line.includes("pictures.json"));
  assert.equal(said.length, 1, said.join("\n"));
  assert.match(said[0] ?? "", /unknown-key: Ukjent felt «drawning»\. Mente du «drawing»/);
});

test("the sample of the site's content has no problem at all", async () => {
  assert.deepEqual((await readContent(SAMPLE)).problems.map(sayProblem), []);
});

test("a page whose fields cannot be read is told once, and links to it are not told as dead", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const path = join(project.root, ARTICLE);
  writeFileSync(path, readFileSync(path, "utf8").replace("title: Asker", "title: A: Asker"));
  const { problems } = await readContent(project.root);
  assert.deepEqual(
    problems.map(({ rule, file }) => `${file} ${rule}`),
    [`${ARTICLE} invalid-yaml`],
  );
});

test("all mistakes are told at once, in the order of the files", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  for (const file of [ABOUT, ARTICLE]) {
    const path = join(project.root, file);
    writeFileSync(path, readFileSync(path, "utf8").replace("title:", "titel:"));
  }
  const { site, problems } = await readContent(project.root);
  assert.equal(site, null);
  assert.deepEqual([...new Set(problems.map((problem) => problem.file))], [ARTICLE, ABOUT]);
});
