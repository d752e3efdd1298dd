import type { Strings } from "./strings.ts";

/** The interface in Bokmål. */
export const nb: Strings = {
  locale: "nb_NO",
  name: "Norsk",
  shareImage: (title, eyebrow) => `«${title}» over en sirkel på en linje, merket ${eyebrow}`,
  skip: "Hopp til innholdet",
  mainMenu: "Hovedmeny",
  prizeOf: (year) => `Prisen ${year}`,
  pictures: "Bilder",
  aboutThePrize: "Om prisen",
  sources: "Kilder",
  noTracking: "Ingen informasjonskapsler, ingen skript, ingen sporing.",
  accessibilityStatement: "Tilgjengelighetserklæring",
  feed: "Nyhetsstrøm (Atom)",

  waits: (until) =>
    until === null
      ? "Utkast: Leserne ser ikke denne siden."
      : `Leserne ser ikke denne siden før ${until} (norsk tid).`,
  contents: "Innhold",
  readingTime: (minutes) => `${minutes}\u00a0${minutes === 1 ? "minutts" : "minutters"} lesing`,
  inShort: "Kort fortalt",
  theProjects: "Prosjektene som vant",
  timeline: "Tidslinje",
  datesForCalendar: "Datoene til kalenderen din (ICS)",
  published: "Publisert",
  lastChanged: "Sist endret",
  moreProjects: "Flere prosjekter",
  previousProject: "Forrige prosjekt",
  nextProject: "Neste prosjekt",

  keyFigures: "Nøkkeltall",
  figuresInDrawing: "Tallene i tegningen",
  figureColumns: ["Hva", "Tall", "Kilde"],
  drawings: {
    participation: (participants, meetings, contributions) =>
      `Et felt med ${participants}, ett punkt for hver, og større sirkler for ${meetings}. Ved siden av et felt med ${contributions}, én strek for hvert.`,
    tables: (families) =>
      `Et rundt bord sett ovenfra, med innbyggerens plass framhevet og andre plasser rundt. Over det en rekke små bord for ${families}, ett for hver. Antallet plasser er ikke et tall fra kildene.`,
    hall: (lanes, wells, roof, wall, shed) =>
      `Hallen sett fra siden: et basseng med ${lanes} og ${wells} som går ned i bakken. Solcellene er tegnet i riktig forhold: ${roof} på taket, ${wall} på sørveggen og ${shed} på sykkelskuret.`,
  },
  picture: {
    illustration: "Illustrasjon",
    noPhotograph: "Originalfotografiet er ikke tilgjengelig her.",
    rights: (credit, licence) => `Foto: ${credit}. Lisens: ${licence}.`,
    drawingRights: (credit, licence) => `Tegning: ${credit}. Lisens: ${licence}.`,
    unknown: "ukjent",
    notKnown: "ikke kjent",
    people: "På bildet",
    nobody: "ingen personer",
    fromLeft: (names) => `Fra venstre: ${names}`,
    othersNotKnown: "Hvem som ellers er med, er ikke kjent.",
    taken: "Tatt",
    photographer: "Fotograf",
    licence: "Lisens",
    more: "Flere bilder",
    previous: "Forrige bilde",
    next: "Neste bilde",
    standIns:
      "Der fotografiet mangler, viser vi en tegning til det er på plass. Tegningene bygger bare på bildetekstene.",
    press: "Til redaksjoner",
    nothingToUse:
      "Ingen av bildene kan brukes av andre ennå. Enten mangler fotografiet, eller så er lisensen ukjent eller tillater det ikke.",
    download: (title) => `Last ned «${title}»`,
    pixels: "piksler",
  },
  table: "Tabell",

  facts: {
    title: "Fakta",
    prize: "Pris",
    founder: "Opprettet av",
    awarded: "Delt ut",
    venue: "Sted",
    presenter: "Delt ut av",
    winner: "Vinner",
    projects: "Prosjekter",
    finalists: "Andre finalister",
    applicants: "Søkere",
    applicantsAndProjects: (municipalities, projects) =>
      `${municipalities} kommuner, med ${projects} prosjekter`,
    amount: "Prissum",
  },
  kroner: (amount) => `${amount} kroner`,
  roleIn: (role, organisation) => `${role} i ${organisation}`,

  editions: "Alle utgavene",
  editionsTable: "Tabell over utgavene",
  editionColumns: [
    "År",
    "Vinner",
    "Andre finalister",
    "Søkere",
    "Prosjekter",
    "Delt ut",
    "Delt ut av",
    "Kilder",
  ],
  undocumented: "ikke dokumentert her",
  othersUndocumented: "flere er ikke dokumentert her",
  moreAboutThePrize: "Om prisen, kriteriene og hver utgave",
  amountIs: (amount) => `Prissummen er ${amount}.`,
  criteria: "Dette ser juryen etter",
  criteriaFor: (years) => `Kriteriene er slik de ble kunngjort for ${years}.`,

  openData: {
    files: "Filene",
    json: "alle opplysningene, som JSON",
    schema: "beskrivelsen av filen, som JSON Schema",
    csv: "utgavene av prisen, som tabell til regneark",
    fields: "Feltene",
  },

  source: (number) => `Kilde ${number}`,
  sourcesOfPage: "Kilder på denne siden",
  allSources: "Alle kildene, og hva som er hentet fra dem",
  linksLeadOut: "Lenkene fører til andre nettsteder.",
  usedOn: "Brukt på:",
};
