import { z } from "zod";
import { licenceNames } from "./licence.ts";
import {
  DateOrAward,
  Id,
  idOf,
  Origin,
  PartialDate,
  PlainDate,
  Text,
  WebAddress,
  Year,
} from "./primitives.ts";

/**
 * The registers: what each file in `_data` may hold. One shape per file, nothing optional that a page needs; what is not
 * known is written as null, so that a gap is always a decision.
 */

export const SiteFile = z.strictObject({
  title: Text.meta({ title: "Tittel", description: "Nettstedets navn" }),
  description: Text.meta({ title: "Beskrivelse", description: "Én setning om nettstedet, for søkemotorer" }),
  url: Origin.meta({
    title: "Adresse",
    description: "Nettstedets adresse uten sti; byggemiljøet kan overstyre den med SITE_URL",
  }),
  accessibilityStatement: WebAddress.nullable().meta({
    title: "Tilgjengelighetserklæring",
    description: "Adressen til tilgjengelighetserklæringen hos uustatus.no, eller null til den finnes",
  }),
  security: z
    .strictObject({
      contact: z.url({ protocol: /^(https|mailto)$/, error: "url" }).meta({
        title: "Meldeadresse",
        description: "Hvor sårbarheter meldes: en adresse med https:// eller mailto:",
      }),
      expires: PlainDate.meta({
        title: "Går ut",
        description: "Dagen opplysningene går ut; høyst et år fram",
      }),
    })
    .nullable()
    .meta({
      title: "Sikkerhetsmeldinger",
      description:
        "Det som står i /.well-known/security.txt (RFC 9116), eller null når filen ikke skal finnes",
    }),
});

export const PrizeFile = z.strictObject({
  name: Text.meta({ title: "Navn", description: "Prisens navn" }),
  founder: idOf("organisations").meta({
    title: "Oppretter",
    description: "Organisasjonen som opprettet prisen",
  }),
  venue: Text.meta({ title: "Arrangement", description: "Arrangementet der prisen deles ut" }),
  venueMonth: z
    .int()
    .min(1)
    .max(12)
    .meta({ title: "Måned", description: "Måneden arrangementet holdes i, 1–12" }),
  amount: z.int().positive().meta({ title: "Prissum", description: "Prissummen i kroner" }),
  amountSources: z
    .array(idOf("sources"))
    .meta({ title: "Kilder for prissummen", description: "Kildene for prissummen" }),
  criteria: z
    .array(
      z.strictObject({
        name: Text.meta({ title: "Navn", description: "Kriteriets navn" }),
        question: Text.meta({ title: "Spørsmål", description: "Spørsmålet juryen stiller" }),
      }),
    )
    .meta({ title: "Kriterier", description: "Juryens kriterier, i rekkefølge" }),
  criteriaYears: z
    .array(Year)
    .meta({ title: "År for kriteriene", description: "Årene kriteriene er kunngjort for" }),
  criteriaSources: z
    .array(idOf("sources"))
    .meta({ title: "Kilder for kriteriene", description: "Kildene for kriteriene" }),
});

export const OrganisationRow = z.strictObject({
  id: Id,
  name: Text.meta({ title: "Navn", description: "Fullt navn, slik organisasjonen skriver det" }),
  short: Text.meta({ title: "Kort navn", description: "Kort navn, til tabeller og tegninger" }),
});
export const OrganisationsFile = z.strictObject({
  organisations: z
    .array(OrganisationRow)
    .meta({ title: "Organisasjoner", description: "Kommuner, departementer og andre som er nevnt" }),
});

export const PersonRow = z.strictObject({
  id: Id,
  name: Text.meta({ title: "Navn", description: "Fullt navn" }),
  role: Text.nullable().meta({
    title: "Rolle",
    description: "Rolle med liten forbokstav, «ordfører»; null når den ikke er kjent",
  }),
  organisation: idOf("organisations").nullable().meta({
    title: "Organisasjon",
    description: "Organisasjonen rollen hører til; null når den ikke er kjent",
  }),
});
export const PeopleFile = z.strictObject({
  people: z.array(PersonRow).meta({ title: "Personer", description: "Alle som er nevnt med navn" }),
});

export const SourceRow = z.strictObject({
  id: Id,
  publisher: Text.meta({ title: "Utgiver", description: "Hvem som står bak siden" }),
  url: WebAddress.meta({
    title: "Adresse",
    description: "Kildens fulle adresse, med https:// foran når siden har det",
  }),
  taken: Text.meta({
    title: "Hentet herfra",
    description: "Hva nettstedet har hentet fra kilden, i noen få ord",
  }),
});
export const SourcesFile = z.strictObject({
  sources: z.array(SourceRow).meta({ title: "Kilder", description: "Alle kildene som nettstedet bygger på" }),
});

export const FigureRow = z.strictObject({
  id: Id,
  label: Text.meta({
    title: "Tekst etter tallet",
    description:
      "Resten av hva tallet forteller, etter enheten: «i alt», «på taket»; for målte størrelser også hva som er målt",
  }),
  qualifier: z
    .enum(["mer enn", "ca.", "inntil"])
    .nullable()
    .meta({ title: "Forbehold", description: "Forbehold foran tallet, eller null" }),
  value: z.number().nonnegative().meta({ title: "Tall", description: "Tallet, med punktum som desimaltegn" }),
  to: z
    .number()
    .positive()
    .nullable()
    .meta({ title: "Øvre grense", description: "Øvre grense når tallet er et spenn, ellers null" }),
  unit: Text.meta({
    title: "Enhet",
    description: "Enheten eller det som er talt: «deltakere», «m²», «prosent»",
  }),
  source: idOf("sources").meta({ title: "Kilde", description: "Kilden tallet er hentet fra" }),
});
export const FiguresFile = z.strictObject({
  figures: z
    .array(FigureRow)
    .meta({ title: "Tall", description: "Alle tall som sidene viser eller nevner, hvert med sin kilde" }),
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
  edition: Year.meta({ title: "Utgave", description: "Årstallet til utgaven bildet hører til" }),
  title: Text.meta({ title: "Tittel", description: "Bildets tittel" }),
  caption: Text.meta({
    title: "Bildetekst",
    description: "Bildeteksten, én eller to setninger; kan ha lenker og utheving, som tekstene ellers",
  }),
  alt: Text.meta({ title: "Alternativ tekst", description: "Hva bildet viser, for den som ikke ser det" }),
  people: z
    .array(idOf("people"))
    .meta({ title: "Personer", description: "Personer som er kjent på bildet, i rekkefølge" }),
  leftToRight: z.boolean().meta({
    title: "Fra venstre mot høyre",
    description: "true når personene står i den rekkefølgen fra venstre («f.v.»)",
  }),
  allPeopleKnown: z
    .boolean()
    .meta({ title: "Alle personer er nevnt", description: "true når alle på bildet er nevnt i people" }),
  credit: Text.meta({ title: "Fotograf", description: "Fotograf, eller «ukjent»" }),
  licence: z.enum(licenceNames).meta({ title: "Lisens", description: "Lisensen, eller «ukjent»" }),
  date: PictureDate.meta({
    title: "Dato",
    description:
      "Da bildet ble tatt, så langt det er kjent: 2017-06-15, 2017-06 eller 2017; «award» for dagen prisen ble delt ut; ellers «ukjent»",
  }),
  focus: z
    .strictObject({
      x: Percent.meta({ title: "Fra venstre", description: "Prosent fra venstre kant" }),
      y: Percent.meta({ title: "Fra toppen", description: "Prosent fra øvre kant" }),
    })
    .nullable()
    .meta({
      title: "Viktigste punkt",
      description: "Det viktigste punktet i bildet, som aldri skal skjæres bort; null for midten",
    }),
  standIn: z
    .strictObject({
      drawing: StandIn.meta({
        title: "Tegning",
        description: "Hvilken tegning: «crowd», mange med én foran, eller «handover», noe som rekkes over",
      }),
      alt: Text.meta({
        title: "Alternativ tekst",
        description: "Hva tegningen viser, for den som ikke ser den",
      }),
    })
    .nullable()
    .meta({
      title: "Tegning i stedet for bildet",
      description: "Tegningen som vises til bildefilen er på plass; null når filen er der",
    }),
});
export const PicturesFile = z.strictObject({
  pictures: z
    .array(Picture)
    .meta({ title: "Bilder", description: "Alle bilder, i den rekkefølgen de vises" }),
});

export const EditionRow = z.strictObject({
  year: Year,
  ordinal: Text.nullable().meta({
    title: "Gang",
    description: "Hvilken gang prisen ble delt ut, i ord: «fjerde»; null når det ikke er dokumentert",
  }),
  winner: idOf("organisations").nullable().meta({
    title: "Vinner",
    description: "Kommunen som vant; null når den ikke er dokumentert",
  }),
  finalists: z
    .array(idOf("organisations"))
    .meta({ title: "Finalister", description: "De andre finalistene som er dokumentert" }),
  allFinalistsKnown: z
    .boolean()
    .meta({ title: "Alle finalister er nevnt", description: "true når listen over finalister er hel" }),
  applicants: z
    .int()
    .positive()
    .nullable()
    .meta({ title: "Søkere", description: "Antall søkere; null når det ikke er dokumentert" }),
  applicantsQualifier: z
    .enum(["over"])
    .nullable()
    .meta({ title: "Forbehold for søkere", description: "Forbehold foran antall søkere, eller null" }),
  projects: z
    .int()
    .positive()
    .nullable()
    .meta({ title: "Prosjekter", description: "Antall prosjekter; null når det ikke er dokumentert" }),
  awarded: PartialDate.meta({ title: "Utdelt", description: "Da prisen ble delt ut" }),
  presenter: idOf("people").nullable().meta({
    title: "Delte ut prisen",
    description: "Personen som delte ut prisen; null når det ikke er dokumentert",
  }),
  conference: Text.nullable().meta({
    title: "Konferanse",
    description: "Konferansens fulle navn det året; null når det ikke er dokumentert",
  }),
  juryLeader: idOf("people").nullable().meta({
    title: "Juryleder",
    description: "Personen som ledet juryen; null når det ikke er dokumentert",
  }),
  sources: z
    .array(idOf("sources"))
    .min(1)
    .meta({ title: "Kilder", description: "Kildene for utgaven; den som dokumenterer vinneren, først" }),
});
export const EditionsFile = z.strictObject({
  editions: z.array(EditionRow).meta({ title: "Utgaver", description: "Hver gang prisen er delt ut" }),
});

export const MilestoneRow = z.strictObject({
  edition: Year.meta({ title: "Utgave", description: "Årstallet til utgaven tidslinjen hører til" }),
  date: DateOrAward.meta({
    title: "Dato",
    description:
      "Da det skjedde, så langt det er kjent: 2017-06-15, 2016-06 eller 2015; «award» for dagen prisen ble delt ut",
  }),
  when: Text.nullable().meta({
    title: "Tidsrom i ord",
    description: "Tidsrommet i ord når datoen ikke sier nok: «Året fram til juni 2017»; ellers null",
  }),
  text: Text.meta({ title: "Tekst", description: "Hva som skjedde, i én setning" }),
  source: idOf("sources").meta({ title: "Kilde", description: "Id-en til kilden" }),
});
export const TimelineFile = z.strictObject({
  milestones: z
    .array(MilestoneRow)
    .meta({ title: "Hendelser", description: "Hendelsene i tidslinjene, i rekkefølge" }),
});

export const TermRow = z.strictObject({
  term: Text.meta({
    title: "Ord",
    description: "Ordet eller uttrykket slik det skal skrives; bøyninger av det følger med",
  }),
  reason: Text.meta({
    title: "Grunn",
    description: "Hvorfor det er riktig, i én setning: hva det er, eller hvor det kommer fra",
  }),
});
export const TermsFile = z.strictObject({
  terms: z.array(TermRow).meta({
    title: "Ordliste",
    description: "Ord og uttrykk som språkhjelpen ikke kjenner, og som likevel er riktige",
  }),
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
  terms: TermsFile,
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
