import * as z from "zod";
import { OpenData } from "../../model/open-data.ts";
import type { Edition, Site } from "../../model/site.ts";
import { absoluteUrl } from "../format/address.ts";
import { newestChange } from "../format/date.ts";

/** The files of open data, by their addresses. */
export const JSON_DATA_PATH = "/data/innovasjonsprisen.json";
export const SCHEMA_PATH = "/data/innovasjonsprisen.schema.json";

/** Norsk lisens for offentlige data 2.0. */
export const DATA_LICENCE = "https://data.norge.no/nlod/no/2.0";

/** All facts of the site as one object. */
export function openData(site: Site): OpenData {
  const { prize, articles, figures, people, organisations, sources } = site;
  return {
    $schema: absoluteUrl(site, SCHEMA_PATH),
    title: prize.name,
    url: absoluteUrl(site, site.dataPage.url),
    licence: DATA_LICENCE,
    updated: newestChange(site.pages),
    prize: {
      ...prize,
      founder: prize.founder.id,
      amountSources: ids(prize.amountSources),
      criteria: [...prize.criteria],
      criteriaYears: [...prize.criteriaYears],
      criteriaSources: ids(prize.criteriaSources),
    },
    editions: site.editions.map(editionRow),
    projects: articles.flatMap(({ edition, projects }) =>
      projects.map(({ slug, title, summary, url, figures }) => ({
        id: slug,
        edition: edition.year,
        title,
        summary,
        url: absoluteUrl(site, url),
        figures: ids(figures),
      })),
    ),
    figures: figures.map((figure) => ({ ...figure, source: figure.source.id })),
    milestones: articles.flatMap(({ edition, milestones }) =>
      milestones.map((milestone) => ({ ...milestone, edition: edition.year, source: milestone.source.id })),
    ),
    people: people.map((person) => ({ ...person, organisation: person.organisation?.id ?? null })),
    organisations: [...organisations],
    sources: sources.map(({ mentions: _, ...source }) => source),
  };
}

function editionRow({ url: _, ...edition }: Edition): OpenData["editions"][number] {
  return {
    ...edition,
    winner: edition.winner?.id ?? null,
    finalists: ids(edition.finalists),
    presenter: edition.presenter?.id ?? null,
    juryLeader: edition.juryLeader?.id ?? null,
    sources: ids(edition.sources),
  };
}

function ids(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

/** The shape of the file as JSON Schema (draft 2020-12), from the model. */
export function openDataSchema(site: Site): object {
  return { $id: absoluteUrl(site, SCHEMA_PATH), title: site.prize.name, ...z.toJSONSchema(OpenData) };
}

/** A part of the open data and the fields of its rows, to be explained on a page. */
interface DataPart {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly { readonly name: string; readonly description: string }[];
}

/** What each part and each field of the open data is, in the model's own words. */
export function openDataParts(): readonly DataPart[] {
  return Object.entries(OpenData.shape).flatMap(([name, part]) => {
    const row = part instanceof z.ZodArray ? part.element : part;
    if (!(row instanceof z.ZodObject)) return [];
    return [{ name, description: part.description ?? "", fields: fieldsOf(row) }];
  });
}

function fieldsOf(row: z.ZodObject): DataPart["fields"] {
  return Object.entries(row.shape).map(([name, field]) => ({
    name,
    description: (field instanceof z.ZodType ? field.description : undefined) ?? "",
  }));
}
