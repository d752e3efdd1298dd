/**
 * The interface in Bokmål, the site's own language: what every other language has to say, too. Numbers and dates come in as text that is
 * already written in the language.
 */
export const nb = {
  /** The language with its country, as Open Graph names it. */
  locale: "nb_NO",
  /** What the language calls itself. */
  name: "Norsk",
  /** What a page's share picture shows. */
  shareImage: (title: string, eyebrow: string) => `«${title}» over en sirkel på en linje, merket ${eyebrow}`,
  skip: "Hopp til innholdet",
  mainMenu: "Hovedmeny",
  prizeOf: (year: number) => `Prisen ${year}`,
  pictures: "Bilder",
  aboutThePrize: "Om prisen",
  sources: "Kilder",
  noTracking: "Ingen informasjonskapsler, ingen skript, ingen sporing.",
  accessibilityStatement: "Tilgjengelighetserklæring",
  feed: "Nyhetsstrøm (Atom)",

  /** For editors in live preview, as the next. */
  draft: "Utkast: Leserne ser ikke denne siden.",
  waits: (day: string, clock: string) =>
    `Leserne ser ikke denne siden før ${day} kl.\u00a0${clock.replace(":", ".")} (norsk tid).`,
  contents: "Innhold",
  readingTime: (minutes: number) => `${minutes}\u00a0${minutes === 1 ? "minutts" : "minutters"} lesing`,
  inShort: "Kort fortalt",
  theProjects: "Prosjektene som vant",
  timeline: "Tidslinje",
  datesForCalendar: "Utdelingen og datoene etter den, til kalenderen din (ICS)",
  published: "Publisert",
  lastChanged: "Sist endret",
  moreProjects: "Flere prosjekter",
  previousProject: "Forrige prosjekt",
  nextProject: "Neste prosjekt",

  keyFigures: "Nøkkeltall",
  drawing: "Tegning",
  figuresInDrawing: "Tallene i tegningen",
  figureColumns: ["Hva", "Tall", "Kilde"],
  /** What a project's drawing shows, by its kind, and what its marks stand for. Each figure comes with its unit. */
  drawings: {
    participation: (participants: string, meetings: string, contributions: string) =>
      `Tegningen viser et felt med ${participants}, ett punkt for hver, og større sirkler for ${meetings}. Ved siden av et felt med ${contributions}, én strek for hvert. Innspillene er ikke en andel av deltakerne.`,
    tables: (families: string) =>
      `Tegningen viser et rundt bord sett ovenfra, med innbyggerens plass framhevet og andre plasser rundt. Over det en rekke små bord for ${families}, ett for hver. Antallet plasser er ikke et tall fra kildene.`,
    hall: (lanes: string, wells: string, roof: string, wall: string, shed: string) =>
      `Tegningen viser hallen fra siden: et basseng med ${lanes} og ${wells} som går ned i bakken. Solcellene er tegnet i riktig forhold: ${roof} på taket, ${wall} på sørveggen og ${shed} på sykkelskuret.`,
  },
  picture: {
    illustration: "Illustrasjon",
    noPhotograph: "Originalfotografiet er ikke tilgjengelig her.",
    rights: (credit: string, licence: string) => `Foto: ${credit}. Lisens: ${licence}.`,
    drawingRights: (credit: string, licence: string) => `Tegning: ${credit}. Lisens: ${licence}.`,
    /** Of a photographer or a licence in a line; on its own it is `notKnown`. */
    unknown: "ukjent",
    notKnown: "ikke kjent",
    people: "På bildet",
    nobody: "ingen personer",
    fromLeft: (names: string) => `Fra venstre: ${names}`,
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
      "Ingen av bildene kan brukes av andre ennå. Fotografiet mangler, eller lisensen er ukjent eller tillater det ikke.",
    download: (title: string) => `Last ned «${title}»`,
    pixels: "piksler",
  },
  table: "Tabell",

  facts: {
    title: "Fakta",
    prize: "Pris",
    founder: "Opprettet av",
    awarded: "Delt ut",
    venue: "Delt ut på",
    presenter: "Delt ut av",
    winner: "Vinner",
    projects: "Prosjekter",
    finalists: "Andre finalister",
    applicants: "Søkere",
    applicantsAndProjects: (municipalities: string, projects: string | null) =>
      projects === null
        ? `${municipalities} kommuner`
        : `${municipalities} kommuner, med ${projects} prosjekter`,
    amount: "Prissum",
  },
  /** The award of an edition: in calendars, and to machines. */
  isAwarded: (prize: string) => `${prize} deles ut`,
  awardOf: (prize: string) => `Utdelingen av ${prize}`,
  kroner: (amount: string) => `${amount} kroner`,
  roleIn: (role: string, organisation: string) => `${role} i ${organisation}`,

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
  amountIs: (amount: string) => `Prissummen er ${amount}.`,
  criteria: "Dette ser juryen etter",
  criteriaFor: (years: string) => `Kriteriene er slik de ble kunngjort for ${years}.`,

  openData: {
    files: "Filene",
    json: "alle opplysningene, som JSON",
    schema: "beskrivelsen av filen, som JSON Schema",
    csv: "utgavene av prisen, som tabell til regneark",
    fields: "Feltene",
  },

  source: (number: number) => `Kilde ${number}`,
  sourcesOfPage: "Kilder på denne siden",
  allSources: "Alle kildene, og hva som er hentet fra dem",
  linksLeadOut: "Lenkene fører til andre nettsteder.",
  usedOn: "Brukt på:",
};

/** What a language has to say. */
export type Strings = typeof nb;
