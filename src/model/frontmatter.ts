import { z } from "zod";
import { ClockTime, Id, OldAddress, PlainDate, Text } from "./primitives.ts";

/** What the head of each kind of Markdown file may hold. The kind follows from where the file stands. */

const Change = z.strictObject({
  date: PlainDate.describe("Datoen for endringen"),
  text: Text.describe("Hva som ble endret, i én setning"),
});

const common = {
  title: Text.describe("Sidens tittel; den blir sidens eneste hovedoverskrift"),
  description: Text.describe("Én eller to setninger om siden, for søkemotorer og lenker"),
  changes: z
    .array(Change)
    .min(1)
    .optional()
    .describe("Det som er endret etter at siden ble publisert, det nyeste først"),
  aliases: z.array(OldAddress).min(1).optional().describe("Adresser siden har hatt før; de fører hit"),
  draft: z
    .boolean()
    .optional()
    .describe("true så lenge siden er et utkast, som bare vises i forhåndsvisningen"),
  publishAt: ClockTime.optional().describe(
    "Når en ferdig side blir synlig for leserne, i norsk tid, for eksempel 2026-12-24 08:00",
  ),
};

const published = PlainDate.describe("Datoen siden ble offentliggjort");

export const ArticleHead = z.strictObject({
  ...common,
  lead: Text.describe("Ingressen"),
  published,
  points: z.array(Text).length(3).describe("Tre setninger til «Kort fortalt»"),
  sources: z.array(Id).min(1).describe("Artikkelens hovedkilder"),
});

/** Which registered figures a project's drawing is made of. The names say what each number means in the drawing. */
export const DrawingSpec = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("participation"), participants: Id, contributions: Id, meetings: Id }),
  z.strictObject({ kind: z.literal("tables"), families: Id }),
  z.strictObject({ kind: z.literal("hall"), lanes: Id, wells: Id, roof: Id, wall: Id, shed: Id }),
]);

export const ProjectHead = z.strictObject({
  ...common,
  lead: Text.describe("Ingressen"),
  published,
  summary: Text.describe("Prosjektet i én eller to setninger, til artikkelen og forsiden"),
  order: z.int().positive().describe("Plassen i rekken av prosjekter: 1, 2, 3"),
  figures: z.array(Id).min(1).describe("Nøkkeltallene som vises øverst, i rekkefølge"),
  drawing: DrawingSpec.describe("Tegningen av prosjektet og tallene den bygger på"),
  sources: z.array(Id).min(1).describe("Prosjektets hovedkilder"),
});

export const PageHead = z.strictObject({
  ...common,
  lead: Text.optional().describe("Ingressen, når siden har en"),
  published: published.optional(),
});

/** The kinds of content files, each with the shape of its head. */
export const heads = { article: ArticleHead, project: ProjectHead, page: PageHead } as const;
export type ContentKind = keyof typeof heads;
