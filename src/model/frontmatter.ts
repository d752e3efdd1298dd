import * as z from "zod";
import { ClockTime, idOf, OldAddress, PlainDate, Text, told } from "./primitives.ts";

/** What the head of each kind of Markdown file may hold. The kind follows from where the file stands. */

/** Something that was changed on a page after it was published. */
export const Change = z.strictObject({
  date: told(PlainDate, "Dato", "Datoen for endringen"),
  text: told(Text, "Tekst", "Hva som ble endret, i én setning"),
});

const common = {
  title: told(Text, "Tittel", "Sidens tittel; den blir sidens eneste hovedoverskrift"),
  description: told(Text, "Beskrivelse", "Én eller to setninger om siden, for søkemotorer og lenker"),
  changes: told(
    z.array(Change).min(1).optional(),
    "Endringer",
    "Det som er endret etter at siden ble publisert, det nyeste først",
  ),
  aliases: told(
    z.array(OldAddress).min(1).optional(),
    "Tidligere adresser",
    "Adresser siden har hatt før; de fører hit",
  ),
  draft: told(
    z.boolean().optional(),
    "Utkast",
    "true så lenge siden er et utkast, som bare vises i forhåndsvisningen",
  ),
  publishAt: told(
    ClockTime.optional(),
    "Blir synlig",
    "Når en ferdig side blir synlig for leserne, i norsk tid, for eksempel 2026-12-24 08:00",
  ),
};

const published = told(PlainDate, "Publisert", "Datoen siden ble offentliggjort");

const written = { ...common, lead: told(Text, "Ingress", "Ingressen"), published };

export const ArticleHead = z.strictObject({
  ...written,
  points: told(z.array(Text).length(3), "Kort fortalt", "Tre setninger til «Kort fortalt»"),
  sources: told(z.array(idOf("sources")).min(1), "Kilder", "Artikkelens hovedkilder"),
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
  ...written,
  summary: told(Text, "Sammendrag", "Prosjektet i én eller to setninger, til artikkelen og forsiden"),
  order: told(z.int().positive(), "Plass i rekken", "Plassen i rekken av prosjekter: 1, 2, 3"),
  figures: told(
    z.array(idOf("figures")).min(1),
    "Nøkkeltall",
    "Nøkkeltallene som vises øverst, i rekkefølge",
  ),
  drawing: told(
    DrawingSpec.optional(),
    "Tegning",
    "Tegningen av prosjektet og tallene den bygger på, når en av tegningene passer",
  ),
  sources: told(z.array(idOf("sources")).min(1), "Kilder", "Prosjektets hovedkilder"),
});

export const PageHead = z.strictObject({
  ...common,
  lead: told(Text.optional(), "Ingress", "Ingressen, når siden har en"),
  published: published.optional(),
});

/** The kinds of content files, each with the shape of its head. */
export const heads = { article: ArticleHead, project: ProjectHead, page: PageHead } as const;
export type ContentKind = keyof typeof heads;
