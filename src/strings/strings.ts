import type { Language } from "../model/language.ts";
import { en } from "./en.ts";
import { nb } from "./nb.ts";

/**
 * Every word that the interface itself says, in each language that a page can be in: what a layout shows and what only a
 * screen reader speaks. Numbers and dates come in as text that is already written in the language.
 */
export interface Strings {
  /** The language with its country, as Open Graph names it. */
  readonly locale: string;
  /** What the language calls itself. */
  readonly name: string;
  /** What a page's share picture shows. */
  readonly shareImage: (title: string, eyebrow: string) => string;
  readonly skip: string;
  readonly mainMenu: string;
  readonly prizeOf: (year: number) => string;
  readonly pictures: string;
  readonly aboutThePrize: string;
  readonly sources: string;
  readonly noTracking: string;
  readonly accessibilityStatement: string;
  readonly feed: string;

  /** For editors in live preview. `until` is null for a draft. */
  readonly waits: (until: string | null) => string;
  readonly contents: string;
  readonly readingTime: (minutes: number) => string;
  readonly inShort: string;
  readonly theProjects: string;
  readonly timeline: string;
  readonly datesForCalendar: string;
  readonly published: string;
  readonly lastChanged: string;
  readonly moreProjects: string;
  readonly previousProject: string;
  readonly nextProject: string;

  readonly keyFigures: string;
  readonly figuresInDrawing: string;
  readonly figureColumns: readonly [what: string, number: string, source: string];
  /** What a project's drawing shows, by its kind, told to those who do not see it. Each figure comes with its unit. */
  readonly drawings: {
    readonly participation: (participants: string, meetings: string, contributions: string) => string;
    readonly tables: (families: string) => string;
    readonly hall: (lanes: string, wells: string, roof: string, wall: string, shed: string) => string;
  };
  readonly picture: {
    readonly illustration: string;
    readonly noPhotograph: string;
    readonly rights: (credit: string, licence: string) => string;
    readonly drawingRights: (credit: string, licence: string) => string;
    /** Of a photographer or a licence in a line; on its own it is `notKnown`. */
    readonly unknown: string;
    readonly notKnown: string;
    readonly people: string;
    readonly nobody: string;
    readonly fromLeft: (names: string) => string;
    readonly othersNotKnown: string;
    readonly taken: string;
    readonly photographer: string;
    readonly licence: string;
    readonly more: string;
    readonly previous: string;
    readonly next: string;
    readonly standIns: string;
    readonly press: string;
    readonly nothingToUse: string;
    readonly download: (title: string) => string;
    readonly pixels: string;
  };
  readonly table: string;

  readonly facts: {
    readonly title: string;
    readonly prize: string;
    readonly founder: string;
    readonly awarded: string;
    readonly venue: string;
    readonly presenter: string;
    readonly winner: string;
    readonly projects: string;
    readonly finalists: string;
    readonly applicants: string;
    readonly applicantsAndProjects: (municipalities: string, projects: string) => string;
    readonly amount: string;
  };
  readonly kroner: (amount: string) => string;
  readonly roleIn: (role: string, organisation: string) => string;

  readonly editions: string;
  readonly editionsTable: string;
  /** Year, winner, other finalists, applicants, projects, awarded, presented by, sources. */
  readonly editionColumns: readonly string[];
  readonly undocumented: string;
  readonly othersUndocumented: string;
  readonly moreAboutThePrize: string;
  readonly amountIs: (amount: string) => string;
  readonly criteria: string;
  readonly criteriaFor: (years: string) => string;

  readonly openData: {
    readonly files: string;
    readonly json: string;
    readonly schema: string;
    readonly csv: string;
    readonly fields: string;
  };

  readonly source: (number: number) => string;
  readonly sourcesOfPage: string;
  readonly allSources: string;
  readonly linksLeadOut: string;
  readonly usedOn: string;
}

/** The strings by language. To add a language: name it in `src/model/language.ts`; the type check then asks for the rest. */
export const strings: Readonly<Record<Language, Strings>> = { nb, en };
