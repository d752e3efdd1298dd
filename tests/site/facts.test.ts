import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { builtSite, pagesOf } from "../support/site.ts";

const ARTICLE = "/2017/";
const LAB = "/2017/asker-velferdslab/";
const HUNT = "/2017/losningsjakten/";
const HALL = "/2017/holmen-svommehall/";
const PICTURES = "/2017/bilder/";
const JSON_DATA = "data/innovasjonsprisen.json";

/** The facts that each page must tell, by the words that cannot be left out. What is missing is told in Bokmål: it is an editor's. */
const facts: readonly (readonly [url: string, ...words: readonly string[]])[] = [
  [
    ARTICLE,
    "Innovasjonsprisen 2017",
    "torsdag 15. juni 2017",
    "Arendalskonferansen, som holdes i juni hvert år",
  ],
  [
    ARTICLE,
    "Kommunal- og moderniseringsdepartementet opprettet",
    "Tre kommuner var nominert",
    "det ble Asker som vant",
  ],
  [
    ARTICLE,
    "velferdstjenester",
    "nærmiljøutvikling",
    "Statssekretær Paul Chaffey",
    "delte ut prisen fra scenen",
  ],
  [ARTICLE, "Lene Conradi, ordfører i Asker kommune", "Lars Bjerke, rådmann i Asker kommune"],
  [ARTICLE, "gøy og inspirerende", "mulighetenes kommune", "bane vei", "gratulerte hver eneste medarbeider"],
  [
    ARTICLE,
    "oppmerksomhet til mange slags gode prosjekter",
    "andre kommuner",
    "prøve, øve og feile",
    "lokalsamfunnet",
  ],
  [
    ARTICLE,
    "åpne opp og lytte til innbyggerne",
    "behovene",
    "bygge bedre strukturer",
    "fem feil i året",
    "lære av dem",
  ],
  [
    ARTICLE,
    "skritt for skritt",
    "nye, nyttige og tatt i bruk",
    "opplæringen av ledere og nyansatte",
    "nye Asker kommune",
  ],
  [
    ARTICLE,
    "I 2015 vedtok kommunestyret",
    "Blikk for muligheter",
    "nytt, nyttig og nyttiggjort",
    "Kunnskapssenteret",
  ],
  [
    LAB,
    "innbyggeren i sentrum",
    "rundt ett og samme bord",
    "mål og tiltak på kort og på lang sikt",
    "myndighet",
  ],
  [
    LAB,
    "samarbeidspartnere utenfor kommunen",
    "bedre levekår og bedre livskvalitet",
    "rapportering",
    "ca. 15 familier",
  ],
  [
    HUNT,
    "mer enn 50 møtepunkter",
    "783 deltakere",
    "458 innspill",
    "alle lag av samfunnet",
    "medvirkning og samskaping",
  ],
  [
    HUNT,
    "sivilsamfunnet",
    "områdeløft",
    "plan- og bygningsloven",
    "tverrfaglige og tverrsektorielle",
    "Borgenprosjektet",
  ],
  [
    HALL,
    "Norges mest energieffektive svømmehall",
    "anskaffelsesprosessen",
    "tekniske løsninger",
    "andre bygg",
  ],
  [
    HALL,
    "ny standard",
    "forbildeprosjekt i FutureBuilt",
    "solceller",
    "solfangere på parkeringsområdet",
    "energibrønner",
  ],
  [HALL, "energisparende løsninger", "25. juni 2017"],
  [PICTURES, "Vinnere av Innovasjonsprisen", "rådmann Lars Bjerke"],
  [PICTURES, "Vinnere", "(helt til høyre)", "prisen fra scenen på Arendalskonferansen", "Illustrasjon"],
];

/** A page's words as a reader sees them, with plain spaces. */
function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<sup.*?<\/sup>|<[^>]+>/gs, "")
    .replaceAll("\u00ad", "")
    .replace(/\s+/g, " ");
}

describe("the site tells every fact of the prize article", () => {
  let pages: ReadonlyMap<string, string>;
  before(() => {
    pages = pagesOf(builtSite().dist);
  });

  for (const [url, ...expected] of facts) {
    test(`${url} says ${expected.join(" · ")}`, () => {
      const text = words(pages.get(url) ?? "");
      for (const fact of expected)
        assert.ok(
          text.includes(fact),
          `${url} sier ikke «${fact}» lenger, og det er et faktum den skal fortelle.`,
        );
    });
  }

  test("and says whose word it is that the hall is the most energy-efficient of all, which later sources do not", () => {
    const { dist } = builtSite();
    const texts = [
      ...pages.values(),
      readFileSync(join(dist, "feed.xml"), "utf8"),
      readFileSync(join(dist, JSON_DATA), "utf8"),
    ];
    const sentences = texts.flatMap((text) => words(text).split(/[.:;!?] /));
    const praise = sentences.filter((sentence) =>
      sentence.includes("Norges mest energieffektive svømmehall"),
    );
    assert.ok(praise.length > 1);
    for (const sentence of praise) assert.match(sentence, /ifølge/);
  });
});
