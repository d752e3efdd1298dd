import * as z from "zod";

/** A field with what it is called and what it holds, in Bokmål: for forms, editors' tools, and the page about the open data. */
export function told<Schema extends z.ZodType>(schema: Schema, title: string, description: string): Schema {
  return schema.meta({ title, description });
}

/** A name that addresses and references are made of: lower-case ASCII words with hyphens, «holmen-svommehall». */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "id" })
  .meta({
    title: "Id",
    description: "Kort navn med små bokstaver, tall og bindestrek, for eksempel «holmen-svommehall»",
  });

/** The registers whose entries others refer to. */
type Referred = "organisations" | "people" | "sources" | "figures";

/** Which register an id is looked up in. Kept apart from the schemas' own words: published schemas do not have it. */
export const references = z.registry<{ readonly register: Referred }>();

/** A reference to an entry of a register, by its id. Forms offer the entries to choose from. */
export const idOf = (register: Referred) =>
  Id.describe("Id-en til oppføringen").register(references, { register });

/** Text that says something: not empty, not only white space, not the word for what is not known. */
export const Text = z
  .string()
  .trim()
  .refine((text) => text.trim() !== "", { error: "empty" })
  .refine((text) => text !== "null", { error: "null" })
  .meta({ pattern: "\\S" });

/** A calendar date that exists, `YYYY-MM-DD` (ISO 8601, extended format). */
export const PlainDate = z.iso
  .date({ error: "date" })
  .describe("Dato som ÅÅÅÅ-MM-DD, for eksempel 2017-06-15");

/** A time on clocks in Norway, `YYYY-MM-DD HH:MM`. Whether the clock ever shows it, the contract tells. */
export const ClockTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, { error: "time" })
  .describe("Tidspunkt i norsk tid som ÅÅÅÅ-MM-DD TT:MM, for eksempel 2026-12-24 08:00");

/** A date known to the day, the month or only the year: `2017-06-15`, `2016-06` or `2015`. */
export const PartialDate = z
  .string()
  .refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || PlainDate.safeParse(text).success, {
    error: "date",
  })
  .meta({
    description: "Dato så langt den er kjent: 2017-06-15, 2016-06 eller 2015",
    pattern: "^\\d{4}(-\\d{2}){0,2}$",
  });

/** A date, or the word for the day of the edition's award, which stands with the edition and nowhere else. */
export const DateOrAward = z
  .string()
  .refine((text) => text === "award" || PartialDate.safeParse(text).success, { error: "date" })
  .meta({ pattern: "^(\\d{4}(-\\d{2}){0,2}|award)$" });

/** The year of an edition; also the first part of its addresses. */
export const Year = told(z.int().min(2000).max(2099), "År", "Årstall med fire siffer");

/** A name that the whole net knows: «localhost» and «intranett» are known on a machine or in a house. */
export const PUBLIC_HOST = /^[\w-]+(?:\.[\w-]+)+\.?$/;

/** An absolute address on the web, of no user's own. `http:` is allowed, because some old sources have nothing else. */
export const WebAddress = z
  .url({ protocol: /^https?$/, hostname: PUBLIC_HOST, error: "url" })
  .refine((url) => !/\s|^[^/]*\/\/[^/?#]*@/.test(url), { error: "url" })
  .describe("Full adresse som begynner med https://");

/** The address of a whole site: no path, no query. */
export const Origin = WebAddress.refine((url) => !URL.canParse(url) || /^[^/]*\/\/[^/?#]+\/?$/.test(url), {
  error: "origin",
}).describe("Nettstedets adresse uten sti: https://innovasjonsprisen.example");

/** An address that a page has had: from the site's root, in the letters that every host's rules take as they are. */
export const OldAddress = z
  .string()
  .max(200)
  .regex(/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?$/, { error: "alias" })
  .describe("En adresse siden har hatt før, fra nettstedets rot: «/nyheter/prisen/»");
