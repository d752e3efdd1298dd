import { licences } from "../../../src/model/licence.ts";
import type {
  Edition,
  Figure,
  Organisation,
  Page,
  Person,
  Picture,
  Source,
} from "../../../src/model/site.ts";

/** Small whole things of each kind; a test names only what it is about. */

export function makeOrganisation(own: Partial<Organisation> = {}): Organisation {
  return { id: "asker", name: "Asker kommune", short: "Asker", ...own };
}

export function makePerson(own: Partial<Person> = {}): Person {
  return { id: "lene", name: "Lene Conradi", role: "ordfører", organisation: makeOrganisation(), ...own };
}

export function makeSource(own: Partial<Source> = {}): Source {
  return { id: "a", publisher: "Asker kommune", url: "https://example.org/a", taken: "Om prisen", ...own };
}

export function makeFigure(own: Partial<Figure> = {}): Figure {
  const source = makeSource();
  return {
    id: "tall",
    label: "i alt",
    qualifier: null,
    value: 783,
    to: null,
    unit: "deltakere",
    source,
    ...own,
  };
}

export function makePicture(own: Partial<Picture> = {}): Picture {
  return {
    id: "salen",
    edition: 2017,
    title: "Salen",
    url: "/2017/bilder/salen/",
    captionHtml: "Mange i salen.",
    captionText: "Mange i salen.",
    alt: "Mange mennesker i en sal",
    people: [],
    credit: "Kari Nordmann",
    licence: licences["CC BY 4.0"],
    leftToRight: false,
    allPeopleKnown: false,
    date: null,
    focus: null,
    photograph: null,
    standIn: { drawing: "crowd", alt: "Sirkler på en linje" },
    ...own,
  };
}

export function makeEdition(own: Partial<Edition> = {}): Edition {
  return {
    year: 2017,
    ordinal: "fjerde",
    winner: makeOrganisation(),
    finalists: [
      makeOrganisation({ id: "horten", short: "Horten" }),
      makeOrganisation({ id: "oppegard", short: "Oppegård" }),
    ],
    allFinalistsKnown: true,
    applicants: 18,
    applicantsQualifier: null,
    projects: 33,
    awarded: "2017-06-15",
    presenter: makePerson({ id: "paul", name: "Paul Chaffey", role: "statssekretær", organisation: null }),
    conference: "Arendalskonferansen",
    juryLeader: null,
    sources: [makeSource()],
    url: "/2017/",
    ...own,
  };
}

export function makePage(own: Partial<Page> = {}): Page {
  return {
    file: "src/content/side.md",
    url: "/side/",
    language: "nb",
    translations: [],
    title: "En side",
    description: "Om siden",
    lead: "Ingressen",
    published: "2026-11-24",
    changes: [],
    prose: { blocks: [], headings: [], words: 0 },
    sources: [makeSource()],
    shareImage: {
      url: "/assets/share.png",
      width: 1200,
      height: 630,
      alt: "«En side» på en linje",
      title: "En side",
      eyebrow: "Nettstedet",
    },
    waits: null,
    ...own,
  };
}
