import * as z from "zod";
import { Id, PartialDate, PlainDate, Text, WebAddress, Year } from "./primitives.ts";
import {
  EditionRow,
  FigureRow,
  MilestoneRow,
  OrganisationRow,
  PersonRow,
  PrizeFile,
  SourceRow,
} from "./register.ts";

/**
 * The facts as others may take them: the registers' own rows, the projects, and what they are. Things refer to each other
 * by id, as in the registers; what is not known is null. Pictures are not in it: each has a licence of its own.
 */

const ProjectRow = z.strictObject({
  id: Id,
  edition: Year.describe("Årstallet til utgaven prosjektet hører til"),
  title: Text.describe("Prosjektets navn"),
  summary: Text.describe("Prosjektet i én eller to setninger"),
  url: WebAddress.describe("Adressen til siden om prosjektet"),
  figures: z.array(Id).describe("Nøkkeltallene til prosjektet, som id-er"),
});

export const OpenData = z.strictObject({
  $schema: WebAddress.describe("Adressen til beskrivelsen av filen (JSON Schema)"),
  title: Text.describe("Navnet på datasettet"),
  url: WebAddress.describe("Adressen til siden om datasettet"),
  licence: WebAddress.describe("Lisensen for tekst og data"),
  updated: PlainDate.nullable().describe("Dagen da noe på nettstedet sist ble endret"),
  prize: PrizeFile.describe("Prisen: hvem som opprettet den, summen og juryens kriterier"),
  editions: z.array(EditionRow).describe("Hver gang prisen er delt ut, den eldste først"),
  projects: z.array(ProjectRow).describe("Prosjektene som vant"),
  figures: z.array(FigureRow).describe("Tallene, hvert med sin kilde"),
  milestones: z
    .array(MilestoneRow.extend({ date: PartialDate.describe("Da det skjedde, så langt det er kjent") }))
    .describe("Hendelsene i tidslinjene"),
  people: z.array(PersonRow).describe("Personene i sine offentlige roller"),
  organisations: z.array(OrganisationRow).describe("Kommunene og andre som er nevnt"),
  sources: z.array(SourceRow).describe("Kildene"),
});
export type OpenData = z.infer<typeof OpenData>;
