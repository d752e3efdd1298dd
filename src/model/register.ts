import { z } from "zod";
import { licenceNames } from "./licence.ts";
import { DateOrAward, Id, Origin, PartialDate, PlainDate, Text, WebAddress, Year } from "./primitives.ts";

/**
 * The registers: what each file in `_data` may hold. One shape per file, nothing optional that a page needs; what is not
 * known is written as null, so that a gap is always a decision.
 */

export const SiteFile = z.strictObject({
  title: Text.describe("Nettstedets navn"),
  description: Text.describe("Én setning om nettstedet, for søkemotorer"),
  url: Origin.describe("Nettstedets adresse uten sti; byggemiljøet kan overstyre den med SITE_URL"),
  accessibilityStatement: WebAddress.nullable().describe(
    "Adressen til tilgjengelighetserklæringen hos uustatus.no, eller null til den finnes",
  ),
  security: z
    .strictObject({
      contact: z
        .url({ protocol: /^(https|mailto)$/, error: "url" })
        .describe("Hvor sårbarheter meldes: en adresse med https:// eller mailto:"),
      expires: PlainDate.describe("Dagen opplysningene går ut; høyst et år fram"),
    })
    .nullable()
    .describe("Det som står i /.well-known/security.txt (RFC 9116), eller null når filen ikke skal finnes"),
});

export const PrizeFile = z.strictObject({
  name: Text.describe("Prisens navn"),
  founder: Id.describe("Organisasjonen som opprettet prisen"),
  venue: Text.describe("Arrangementet der prisen deles ut"),
  venueMonth: z.int().min(1).max(12).describe("Måneden arrangementet holdes i, 1–12"),
  amount: z.int().positive().describe("Prissummen i kroner"),
  amountSources: z.array(Id).describe("Kildene for prissummen"),
  criteria: z
    .array(
      z.strictObject({
        name: Text.describe("Kriteriets navn"),
        question: Text.describe("Spørsmålet juryen stiller"),
      }),
    )
    .describe("Juryens kriterier, i rekkefølge"),
  criteriaYears: z.array(Year).describe("Årene kriteriene er kunngjort for"),
  criteriaSources: z.array(Id).describe("Kildene for kriteriene"),
});

export const OrganisationRow = z.strictObject({
  id: Id,
  name: Text.describe("Fullt navn, slik organisasjonen skriver det"),
  short: Text.describe("Kort navn, til tabeller og tegninger"),
});
export const OrganisationsFile = z.strictObject({
  organisations: z.array(OrganisationRow).describe("Kommuner, departementer og andre som er nevnt"),
});

export const PersonRow = z.strictObject({
  id: Id,
  name: Text.describe("Fullt navn"),
  role: Text.nullable().describe("Rolle med liten forbokstav, «ordfører»; null når den ikke er kjent"),
  organisation: Id.nullable().describe("Organisasjonen rollen hører til; null når den ikke er kjent"),
});
export const PeopleFile = z.strictObject({
  people: z.array(PersonRow).describe("Alle som er nevnt med navn"),
});

export const SourceRow = z.strictObject({
  id: Id,
  publisher: Text.describe("Hvem som står bak siden"),
  url: WebAddress.describe("Kildens fulle adresse, med https:// foran når siden har det"),
  taken: Text.describe("Hva nettstedet har hentet fra kilden, i noen få ord"),
});
export const SourcesFile = z.strictObject({
  sources: z.array(SourceRow).describe("Alle kildene som nettstedet bygger på"),
});

export const FigureRow = z.strictObject({
  id: Id,
  label: Text.describe(
    "Resten av hva tallet forteller, etter enheten: «i alt», «på taket»; for målte størrelser også hva som er målt",
  ),
  qualifier: z.enum(["mer enn", "ca.", "inntil"]).nullable().describe("Forbehold foran tallet, eller null"),
  value: z.number().nonnegative().describe("Tallet, med punktum som desimaltegn"),
  to: z.number().positive().nullable().describe("Øvre grense når tallet er et spenn, ellers null"),
  unit: Text.describe("Enheten eller det som er talt: «deltakere», «m²», «prosent»"),
  source: Id.describe("Kilden tallet er hentet fra"),
});
export const FiguresFile = z.strictObject({
  figures: z.array(FigureRow).describe("Alle tall som sidene viser eller nevner, hvert med sin kilde"),
});

/** The stand-in drawings that a picture can show until its photograph is in place. */
export const StandIn = z.enum(["crowd", "handover"]);
export type StandIn = z.infer<typeof StandIn>;

/** What the register says of a picture where nothing is known: a word that is written, never a gap. */
export const UNKNOWN = "ukjent";

const PictureDate = z
  .string()
  .refine((text) => text === UNKNOWN || DateOrAward.safeParse(text).success, { error: "date" })
  .meta({ pattern: `^(\\d{4}(-\\d{2}){0,2}|award|${UNKNOWN})$` });

const Percent = z.number().min(0).max(100);

const Picture = z.strictObject({
  id: Id,
  edition: Year.describe("Årstallet til utgaven bildet hører til"),
  title: Text.describe("Bildets tittel"),
  caption: Text.describe(
    "Bildeteksten, én eller to setninger; kan ha lenker og utheving, som tekstene ellers",
  ),
  alt: Text.describe("Hva bildet viser, for den som ikke ser det"),
  people: z.array(Id).describe("Personer som er kjent på bildet, i rekkefølge"),
  leftToRight: z.boolean().describe("true når personene står i den rekkefølgen fra venstre («f.v.»)"),
  allPeopleKnown: z.boolean().describe("true når alle på bildet er nevnt i people"),
  credit: Text.describe("Fotograf, eller «ukjent»"),
  licence: z.enum(licenceNames).describe("Lisensen, eller «ukjent»"),
  date: PictureDate.describe(
    "Da bildet ble tatt, så langt det er kjent: 2017-06-15, 2017-06 eller 2017; «award» for dagen prisen ble delt ut; ellers «ukjent»",
  ),
  focus: z
    .strictObject({
      x: Percent.describe("Prosent fra venstre kant"),
      y: Percent.describe("Prosent fra øvre kant"),
    })
    .nullable()
    .describe("Det viktigste punktet i bildet, som aldri skal skjæres bort; null for midten"),
  standIn: z
    .strictObject({
      drawing: StandIn.describe(
        "Hvilken tegning: «crowd», mange med én foran, eller «handover», noe som rekkes over",
      ),
      alt: Text.describe("Hva tegningen viser, for den som ikke ser den"),
    })
    .nullable()
    .describe("Tegningen som vises til bildefilen er på plass; null når filen er der"),
});
export const PicturesFile = z.strictObject({
  pictures: z.array(Picture).describe("Alle bilder, i den rekkefølgen de vises"),
});

export const EditionRow = z.strictObject({
  year: Year,
  ordinal: Text.nullable().describe(
    "Hvilken gang prisen ble delt ut, i ord: «fjerde»; null når det ikke er dokumentert",
  ),
  winner: Id.nullable().describe("Kommunen som vant; null når den ikke er dokumentert"),
  finalists: z.array(Id).describe("De andre finalistene som er dokumentert"),
  allFinalistsKnown: z.boolean().describe("true når listen over finalister er hel"),
  applicants: z.int().positive().nullable().describe("Antall søkere; null når det ikke er dokumentert"),
  applicantsQualifier: z.enum(["over"]).nullable().describe("Forbehold foran antall søkere, eller null"),
  projects: z.int().positive().nullable().describe("Antall prosjekter; null når det ikke er dokumentert"),
  awarded: PartialDate.describe("Da prisen ble delt ut"),
  presenter: Id.nullable().describe("Personen som delte ut prisen; null når det ikke er dokumentert"),
  conference: Text.nullable().describe("Konferansens fulle navn det året; null når det ikke er dokumentert"),
  juryLeader: Id.nullable().describe("Personen som ledet juryen; null når det ikke er dokumentert"),
  sources: z.array(Id).min(1).describe("Kildene for utgaven; den som dokumenterer vinneren, først"),
});
export const EditionsFile = z.strictObject({
  editions: z.array(EditionRow).describe("Hver gang prisen er delt ut"),
});

export const MilestoneRow = z.strictObject({
  edition: Year.describe("Årstallet til utgaven tidslinjen hører til"),
  date: DateOrAward.describe(
    "Da det skjedde, så langt det er kjent: 2017-06-15, 2016-06 eller 2015; «award» for dagen prisen ble delt ut",
  ),
  when: Text.nullable().describe(
    "Tidsrommet i ord når datoen ikke sier nok: «Året fram til juni 2017»; ellers null",
  ),
  text: Text.describe("Hva som skjedde, i én setning"),
  source: Id.describe("Id-en til kilden"),
});
export const TimelineFile = z.strictObject({
  milestones: z.array(MilestoneRow).describe("Hendelsene i tidslinjene, i rekkefølge"),
});

/** Every data file with its shape, by its name in `_data`. */
export const dataFiles = {
  site: SiteFile,
  prize: PrizeFile,
  organisations: OrganisationsFile,
  people: PeopleFile,
  sources: SourcesFile,
  figures: FiguresFile,
  pictures: PicturesFile,
  editions: EditionsFile,
  timeline: TimelineFile,
} as const;

/** The names of the data files, without `.json`. */
export type DataFileName = keyof typeof dataFiles;
/** All of them, in the order in which they are told. */
export const dataFileNames = Object.keys(dataFiles).filter(isDataFileName);

function isDataFileName(name: string): name is DataFileName {
  return Object.hasOwn(dataFiles, name);
}

/** What all data files hold, as read and not yet resolved. */
export type Registers = { [Name in DataFileName]: z.infer<(typeof dataFiles)[Name]> };
