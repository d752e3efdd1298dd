import type { Strings } from "./nb.ts";

/** The interface in British English. */
export const en: Strings = {
  locale: "en_GB",
  name: "English",
  shareImage: (title, eyebrow) => `“${title}” above a circle on a line, marked ${eyebrow}`,
  skip: "Skip to the content",
  mainMenu: "Main menu",
  prizeOf: (year) => `${year} prize`,
  pictures: "Pictures",
  aboutThePrize: "The prize",
  sources: "Sources",
  noTracking: "No cookies, no scripts, no tracking.",
  accessibilityStatement: "Accessibility statement",
  feed: "News feed (Atom, in Norwegian)",

  draft: "Draft: readers do not see this page.",
  waits: (day, clock) => `Readers do not see this page before ${day} at\u00a0${clock} (Norwegian time).`,
  contents: "Contents",
  readingTime: (minutes) => `${minutes}\u00a0min read`,
  inShort: "In short",
  theProjects: "The winning projects",
  timeline: "Timeline",
  datesForCalendar: "The award and the dates after it, for your calendar (ICS, in Norwegian)",
  published: "Published",
  lastChanged: "Last changed",
  moreProjects: "More projects",
  previousProject: "Previous project",
  nextProject: "Next project",

  keyFigures: "Key figures",
  figuresInDrawing: "The figures in the drawing",
  figureColumns: ["What", "Figure", "Source"],
  drawings: {
    participation: (participants, meetings, contributions) =>
      `A field of ${participants}, one dot for each, with larger circles for ${meetings}. Beside it a field of ${contributions}, one stroke for each. The contributions are not a share of the participants.`,
    tables: (families) =>
      `A round table from above, the resident’s seat marked, with other seats around it. Above it a row of small tables for ${families}, one for each. The number of seats is not from the sources.`,
    hall: (lanes, wells, roof, wall, shed) =>
      `The hall from the side: a pool with ${lanes}, and ${wells} going down into the ground. The solar cells are drawn in proportion: ${roof} on the roof, ${wall} on the south wall and ${shed} on the bicycle shed.`,
  },
  picture: {
    illustration: "Illustration",
    noPhotograph: "The original photograph is not available here.",
    rights: (credit, licence) => `Photograph: ${credit}. Licence: ${licence}.`,
    drawingRights: (credit, licence) => `Drawing: ${credit}. Licence: ${licence}.`,
    unknown: "unknown",
    notKnown: "not known",
    people: "In the picture",
    nobody: "nobody",
    fromLeft: (names) => `From the left: ${names}`,
    othersNotKnown: "Who else is in it is not known.",
    taken: "Taken",
    photographer: "Photographer",
    licence: "Licence",
    more: "More pictures",
    previous: "Previous picture",
    next: "Next picture",
    standIns:
      "Where the photograph is missing, a drawing stands in for it. The drawings are made from the captions alone.",
    press: "For editors",
    nothingToUse:
      "None of the pictures can be used by others yet: the photograph is missing, or its licence is not known or does not allow it.",
    download: (title) => `Download “${title}”`,
    pixels: "pixels",
  },
  table: "Table",

  facts: {
    title: "Facts",
    prize: "Prize",
    founder: "Founded by",
    awarded: "Awarded",
    venue: "Awarded at",
    presenter: "Presented by",
    winner: "Winner",
    projects: "Projects",
    finalists: "Other finalists",
    applicants: "Applicants",
    applicantsAndProjects: (municipalities, projects) =>
      projects === null
        ? `${municipalities} municipalities`
        : `${municipalities} municipalities, with ${projects} projects`,
    amount: "Prize money",
  },
  isAwarded: (prize) => `${prize} is awarded`,
  awardOf: (prize) => `The award of ${prize}`,
  kroner: (amount) => `NOK\u00a0${amount}`,
  roleIn: (role, organisation) => `${role}, ${organisation}`,

  editions: "All editions",
  editionsTable: "Table of the editions",
  editionColumns: [
    "Year",
    "Winner",
    "Other finalists",
    "Applicants",
    "Projects",
    "Awarded",
    "Presented by",
    "Sources",
  ],
  undocumented: "not documented here",
  othersUndocumented: "others are not documented here",
  moreAboutThePrize: "The prize, its criteria and each edition",
  amountIs: (amount) => `The prize is ${amount}.`,
  criteria: "What the jury looks for",
  criteriaFor: (years) => `The criteria are as announced for ${years}.`,

  openData: {
    files: "The files",
    json: "everything, as JSON",
    schema: "what that file holds, as JSON Schema",
    csv: "the editions, as a table for spreadsheets",
    fields: "The fields",
  },

  source: (number) => `Source ${number}`,
  sourcesOfPage: "Sources for this page",
  allSources: "All sources, and what was taken from them",
  linksLeadOut: "The links lead to other websites.",
  usedOn: "Used on:",
};
