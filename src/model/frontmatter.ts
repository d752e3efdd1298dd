import { z } from "zod";
import { ClockTime, idOf, OldAddress, PlainDate, Text } from "./primitives.ts";

/** What the head of each kind of Markdown file may hold. The kind follows from where the file stands. */

const Change = z.strictObject({
  date: PlainDate.meta({ title: "Dato", description: "Datoen for endringen" }),
  text: Text.meta({ title: "Tekst", description: "Hva som ble endret, i én setning" }),
});

const common = {
  title: Text.meta({ title: "Tittel", description: "Sidens tittel; den blir sidens eneste hovedoverskrift" }),
  description: Text.meta({
    title: "Beskrivelse",
    description: "Én eller to setninger om siden, for søkemotorer og lenker",
  }),
  changes: z.array(Change).min(1).optional().meta({
    title: "Endringer",
    description: "Det som er endret etter at siden ble publisert, det nyeste først",
  }),
  aliases: z
    .array(OldAddress)
    .min(1)
    .optional()
    .meta({ title: "Tidligere adresser", description: "Adresser siden har hatt før; de fører hit" }),
  draft: z.boolean().optional().meta({
    title: "Utkast",
    description: "true så lenge siden er et utkast, som bare vises i forhåndsvisningen",
  }),
  publishAt: ClockTime.optional().meta({
    title: "Blir synlig",
    description: "Når en ferdig side blir synlig for leserne, i norsk tid, for eksempel 2026-12-24 08:00",
  }),
};

const published = PlainDate.meta({ title: "Publisert", description: "Datoen siden ble offentliggjort" });

export const ArticleHead = z.strictObject({
  ...common,
  lead: Text.meta({ title: "Ingress", description: "Ingressen" }),
  published,
  points: z
    .array(Text)
    .length(3)
    .meta({ title: "Kort fortalt", description: "Tre setninger til «Kort fortalt»" }),
  sources: z.array(idOf("sources")).min(1).meta({ title: "Kilder", description: "Artikkelens hovedkilder" }),
});

const figure = (title: string) => idOf("figures").meta({ title, description: "Id-en til tallet" });

/** Which registered figures a project's drawing is made of. The names say what each number means in the drawing. */
export const DrawingSpec = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("participation"),
      participants: figure("Deltakere"),
      contributions: figure("Innspill"),
      meetings: figure("Møtepunkter"),
    })
    .meta({ title: "Medvirkning" }),
  z.strictObject({ kind: z.literal("tables"), families: figure("Familier") }).meta({ title: "Bord" }),
  z
    .strictObject({
      kind: z.literal("hall"),
      lanes: figure("Baner"),
      wells: figure("Energibrønner"),
      roof: figure("Solceller på taket"),
      wall: figure("Solceller på veggen"),
      shed: figure("Solceller på sykkelskuret"),
    })
    .meta({ title: "Svømmehall" }),
]);

export const ProjectHead = z.strictObject({
  ...common,
  lead: Text.meta({ title: "Ingress", description: "Ingressen" }),
  published,
  summary: Text.meta({
    title: "Sammendrag",
    description: "Prosjektet i én eller to setninger, til artikkelen og forsiden",
  }),
  order: z
    .int()
    .positive()
    .meta({ title: "Plass i rekken", description: "Plassen i rekken av prosjekter: 1, 2, 3" }),
  figures: z
    .array(idOf("figures"))
    .min(1)
    .meta({ title: "Nøkkeltall", description: "Nøkkeltallene som vises øverst, i rekkefølge" }),
  drawing: DrawingSpec.meta({
    title: "Tegning",
    description: "Tegningen av prosjektet og tallene den bygger på",
  }),
  sources: z.array(idOf("sources")).min(1).meta({ title: "Kilder", description: "Prosjektets hovedkilder" }),
});

export const PageHead = z.strictObject({
  ...common,
  lead: Text.optional().meta({ title: "Ingress", description: "Ingressen, når siden har en" }),
  published: published.optional(),
});

/** The kinds of content files, each with the shape of its head. */
export const heads = { article: ArticleHead, project: ProjectHead, page: PageHead } as const;
export type ContentKind = keyof typeof heads;
