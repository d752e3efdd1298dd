import * as z from "zod";
import { licenceNames } from "./licence.ts";
import {
  DateOrAward,
  Id,
  idOf,
  Origin,
  PartialDate,
  PlainDate,
  Text,
  told,
  WebAddress,
  Year,
} from "./primitives.ts";

/**
 * The registers: what each file in `_data` may hold. One shape per file, nothing optional that a page needs; what is not
 * known is written as null, so that a gap is always a decision.
 */

export const SiteFile = z.strictObject({
  title: told(Text, "Tittel", "Nettstedets navn"),
  description: told(Text, "Beskrivelse", "Én setning om nettstedet, for søkemotorer"),
  url: told(Origin, "Adresse", "Nettstedets adresse uten sti; byggemiljøet kan overstyre den med SITE_URL"),
  accessibilityStatement: told(
    WebAddress.nullable(),
    "Tilgjengelighetserklæring",
    "Adressen til tilgjengelighetserklæringen hos uustatus.no, eller null til den finnes",
  ),
  security: told(
    z
      .strictObject({
        contact: told(
          z.url({ protocol: /^(https|mailto)$/, error: "contact" }),
          "Meldeadresse",
          "Hvor sårbarheter meldes: en adresse med https:// eller mailto:",
        ),
        expires: told(PlainDate, "Går ut", "Dagen opplysningene går ut; høyst et år fram"),
      })
      .nullable(),
    "Sikkerhetsmeldinger",
    "Det som står i /.well-known/security.txt (RFC 9116), eller null når filen ikke skal finnes",
  ),
});

export const PrizeFile = z.strictObject({
  name: told(Text, "Navn", "Prisens navn"),
  founder: told(idOf("organisations"), "Oppretter", "Organisasjonen som opprettet prisen"),
  venue: told(Text, "Arrangement", "Arrangementet der prisen deles ut"),
  venueMonth: told(z.int().min(1).max(12), "Måned", "Måneden arrangementet holdes i, 1–12"),
  amount: told(z.int().positive(), "Prissum", "Prissummen i kroner"),
  amountSources: told(z.array(idOf("sources")), "Kilder for prissummen", "Kildene for prissummen"),
  criteria: told(
    z.array(
      z.strictObject({
        name: told(Text, "Navn", "Kriteriets navn"),
        question: told(Text, "Spørsmål", "Spørsmålet juryen stiller"),
      }),
    ),
    "Kriterier",
    "Juryens kriterier, i rekkefølge",
  ),
  criteriaYears: told(z.array(Year), "År for kriteriene", "Årene kriteriene er kunngjort for"),
  criteriaSources: told(z.array(idOf("sources")), "Kilder for kriteriene", "Kildene for kriteriene"),
});

export const OrganisationRow = z.strictObject({
  id: Id,
  name: told(Text, "Navn", "Fullt navn, slik organisasjonen skriver det"),
  short: told(Text, "Kort navn", "Kort navn, til tabeller og tegninger"),
});

export const PersonRow = z.strictObject({
  id: Id,
  name: told(Text, "Navn", "Fullt navn"),
  role: told(Text.nullable(), "Rolle", "Rolle med liten forbokstav, «ordfører»; null når den ikke er kjent"),
  organisation: told(
    idOf("organisations").nullable(),
    "Organisasjon",
    "Organisasjonen rollen hører til; null når den ikke er kjent",
  ),
});

export const SourceRow = z.strictObject({
  id: Id,
  publisher: told(Text, "Utgiver", "Hvem som står bak siden"),
  url: told(WebAddress, "Adresse", "Kildens fulle adresse, med https:// foran når siden har det"),
  taken: told(Text, "Hentet herfra", "Hva nettstedet har hentet fra kilden, i noen få ord"),
});

export const FigureRow = z.strictObject({
  id: Id,
  label: told(
    Text,
    "Tekst etter tallet",
    "Resten av hva tallet forteller, etter enheten: «i alt», «på taket»; for målte størrelser også hva som er målt",
  ),
  qualifier: told(
    z.enum(["mer enn", "ca.", "inntil"]).nullable(),
    "Forbehold",
    "Forbehold foran tallet, eller null",
  ),
  value: told(z.number().nonnegative(), "Tall", "Tallet, med punktum som desimaltegn"),
  to: told(
    z.number().positive().nullable(),
    "Øvre grense",
    "Øvre grense når tallet er et spenn, ellers null",
  ),
  unit: told(Text, "Enhet", "Enheten eller det som er talt: «deltakere», «m²», «prosent»"),
  source: told(idOf("sources"), "Kilde", "Kilden tallet er hentet fra"),
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

export const PictureRow = z.strictObject({
  id: Id,
  edition: told(Year, "Utgave", "Årstallet til utgaven bildet hører til"),
  title: told(Text, "Tittel", "Bildets tittel"),
  caption: told(
    Text,
    "Bildetekst",
    "Bildeteksten, én eller to setninger; kan ha lenker og utheving, som tekstene ellers",
  ),
  alt: told(Text, "Alternativ tekst", "Hva bildet viser, for den som ikke ser det"),
  people: told(z.array(idOf("people")), "Personer", "Personer som er kjent på bildet, i rekkefølge"),
  leftToRight: told(
    z.boolean(),
    "Fra venstre mot høyre",
    "true når personene står i den rekkefølgen fra venstre («f.v.»)",
  ),
  allPeopleKnown: told(z.boolean(), "Alle personer er nevnt", "true når alle på bildet er nevnt i people"),
  credit: told(Text, "Fotograf", "Fotograf, eller «ukjent»"),
  licence: told(z.enum(licenceNames), "Lisens", "Lisensen, eller «ukjent»"),
  date: told(
    PictureDate,
    "Dato",
    "Da bildet ble tatt, så langt det er kjent: 2017-06-15, 2017-06 eller 2017; «award» for dagen prisen ble delt ut; ellers «ukjent»",
  ),
  focus: told(
    z
      .strictObject({
        x: told(Percent, "Fra venstre", "Prosent fra venstre kant"),
        y: told(Percent, "Fra toppen", "Prosent fra øvre kant"),
      })
      .nullable(),
    "Viktigste punkt",
    "Det viktigste punktet i bildet, som aldri skal skjæres bort; null for midten",
  ),
  standIn: told(
    z
      .strictObject({
        drawing: told(
          StandIn,
          "Tegning",
          "Hvilken tegning: «crowd», mange med én foran, eller «handover», noe som rekkes over",
        ),
        alt: told(Text, "Alternativ tekst", "Hva tegningen viser, for den som ikke ser den"),
      })
      .nullable(),
    "Tegning i stedet for bildet",
    "Tegningen som vises til bildefilen er på plass; null når filen er der",
  ),
});

export const EditionRow = z.strictObject({
  year: Year,
  ordinal: told(
    Text.nullable(),
    "Gang",
    "Hvilken gang prisen ble delt ut, i ord: «fjerde»; null når det ikke er dokumentert",
  ),
  winner: told(
    idOf("organisations").nullable(),
    "Vinner",
    "Kommunen som vant; null når den ikke er dokumentert",
  ),
  finalists: told(z.array(idOf("organisations")), "Finalister", "De andre finalistene som er dokumentert"),
  allFinalistsKnown: told(
    z.boolean(),
    "Alle finalister er nevnt",
    "true når listen over finalister er fullstendig",
  ),
  applicants: told(
    z.int().positive().nullable(),
    "Søkere",
    "Antall søkere; null når det ikke er dokumentert",
  ),
  applicantsQualifier: told(
    z.enum(["over"]).nullable(),
    "Forbehold for søkere",
    "Forbehold foran antall søkere, eller null",
  ),
  projects: told(
    z.int().positive().nullable(),
    "Prosjekter",
    "Antall prosjekter; null når det ikke er dokumentert",
  ),
  awarded: told(PartialDate, "Utdelt", "Da prisen ble delt ut"),
  presenter: told(
    idOf("people").nullable(),
    "Delte ut prisen",
    "Personen som delte ut prisen; null når det ikke er dokumentert",
  ),
  conference: told(
    Text.nullable(),
    "Konferanse",
    "Konferansens fulle navn det året; null når det ikke er dokumentert",
  ),
  juryLeader: told(
    idOf("people").nullable(),
    "Juryleder",
    "Personen som ledet juryen; null når det ikke er dokumentert",
  ),
  sources: told(
    z.array(idOf("sources")).min(1),
    "Kilder",
    "Kildene for utgaven; den som dokumenterer vinneren, først",
  ),
});

export const MilestoneRow = z.strictObject({
  edition: told(Year, "Utgave", "Årstallet til utgaven tidslinjen hører til"),
  date: told(
    DateOrAward,
    "Dato",
    "Da det skjedde, så langt det er kjent: 2017-06-15, 2016-06 eller 2015; «award» for dagen prisen ble delt ut",
  ),
  when: told(
    Text.nullable(),
    "Tidsrom i ord",
    "Tidsrommet i ord når datoen ikke sier nok: «Året fram til juni 2017»; ellers null",
  ),
  text: told(Text, "Tekst", "Hva som skjedde, i én setning"),
  source: told(idOf("sources"), "Kilde", "Id-en til kilden"),
});

const TermRow = z.strictObject({
  term: told(Text, "Ord", "Ordet eller uttrykket slik det skal skrives; bøyninger av det følger med"),
  reason: told(Text, "Grunn", "Hvorfor det er riktig, i én setning: hva det er, eller hvor det kommer fra"),
});

/** Every data file with its shape, by its name in `_data`. */
export const dataFiles = {
  site: SiteFile,
  prize: PrizeFile,
  organisations: z.strictObject({
    organisations: told(
      z.array(OrganisationRow),
      "Organisasjoner",
      "Kommuner, departementer og andre som er nevnt",
    ),
  }),
  people: z.strictObject({ people: told(z.array(PersonRow), "Personer", "Alle som er nevnt med navn") }),
  sources: z.strictObject({
    sources: told(z.array(SourceRow), "Kilder", "Alle kildene som nettstedet bygger på"),
  }),
  figures: z.strictObject({
    figures: told(z.array(FigureRow), "Tall", "Alle tall som sidene viser eller nevner, hvert med sin kilde"),
  }),
  pictures: z.strictObject({
    pictures: told(z.array(PictureRow), "Bilder", "Alle bilder, i den rekkefølgen de vises"),
  }),
  editions: z.strictObject({ editions: told(z.array(EditionRow), "Utgaver", "Hver gang prisen er delt ut") }),
  timeline: z.strictObject({
    milestones: told(z.array(MilestoneRow), "Hendelser", "Hendelsene i tidslinjene, i rekkefølge"),
  }),
  terms: z.strictObject({
    terms: told(
      z.array(TermRow),
      "Ordliste",
      "Ord og uttrykk som språkhjelpen ikke kjenner, og som likevel er riktige",
    ),
  }),
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
