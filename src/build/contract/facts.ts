import type * as z from "zod";
import { type DataFileName, dataFiles, type Registers } from "../../model/register.ts";
import type {
  Edition,
  Figure,
  Milestone,
  Organisation,
  Person,
  Picture,
  Prize,
  Source,
} from "../../model/site.ts";
import type { PictureFile } from "../pictures/inspect.ts";
import type { Located } from "./located.ts";
import { type CaptionLink, resolvePictures } from "./pictures.ts";
import type { Report } from "./problem.ts";
import { type Registry, register, within } from "./registry.ts";
import { conform } from "./schema.ts";
import { figure, organisation, person, source } from "./unknowns.ts";

/** Everything that the data files hold, with each reference resolved. */
export interface Facts {
  readonly settings: Registers["site"] | null;
  readonly prize: Prize | null;
  readonly organisations: Registry<Organisation>;
  readonly people: Registry<Person>;
  readonly sources: Registry<Source>;
  readonly figures: Registry<Figure>;
  readonly pictures: Registry<Picture>;
  readonly captionLinks: readonly CaptionLink[];
  /** Oldest first. An edition's address is filled in when its article is found. */
  readonly editions: readonly Omit<Edition, "url">[];
  readonly milestones: readonly Milestone[];
  /** Whether every data file held what it should: only then can it be said that something is nowhere. */
  readonly complete: boolean;
  /**
   * Tells every entry that nothing uses. The figures named were found in running words; in these years an edition has a page of its
   * pictures, which shows them all.
   */
  reportUnused(usedFigures: ReadonlySet<string>, galleries: ReadonlySet<number>): void;
}

/**
 * Holds each data file against its schema and resolves what they refer to among themselves.
 * `data` are the parsed files by name; `pictureFiles` what lies in the picture folders.
 */
export function resolveFacts(
  data: ReadonlyMap<DataFileName, Located>,
  pictureFiles: readonly PictureFile[],
  report: Report,
): Facts {
  function read<Schema extends z.ZodType>(name: DataFileName, schema: Schema) {
    const located = data.get(name) ?? null;
    return { located, data: located === null ? null : conform(located, schema, report) };
  }
  const files = {
    site: read("site", dataFiles.site),
    prize: read("prize", dataFiles.prize),
    organisations: read("organisations", dataFiles.organisations),
    people: read("people", dataFiles.people),
    sources: read("sources", dataFiles.sources),
    figures: read("figures", dataFiles.figures),
    pictures: read("pictures", dataFiles.pictures),
    editions: read("editions", dataFiles.editions),
    timeline: read("timeline", dataFiles.timeline),
  };
  read("terms", dataFiles.terms);

  const organisations = register(
    { ...files.organisations, key: "organisations", rows: files.organisations.data?.organisations },
    { noun: "organisasjon", unknown: organisation, report },
    (row) => row,
  );
  const people = register(
    { ...files.people, key: "people", rows: files.people.data?.people },
    { noun: "person", unknown: person, report },
    (row, where): Person => ({
      ...row,
      organisation: organisations.find(row.organisation, where, ["organisation"]),
    }),
  );
  const sources = register(
    { ...files.sources, key: "sources", rows: files.sources.data?.sources },
    { noun: "kilde", unknown: source, report },
    (row) => row,
  );
  const figures = register(
    { ...files.figures, key: "figures", rows: files.figures.data?.figures },
    { noun: "tall", unknown: figure, report },
    (row, where): Figure => ({ ...row, source: sources.find(row.source, where, ["source"]) }),
  );
  const { pictures, captionLinks } = resolvePictures(
    { ...files.pictures, key: "pictures", rows: files.pictures.data?.pictures },
    pictureFiles,
    people,
    awardOf,
    report,
  );

  const editions = (files.editions.data?.editions ?? []).map((row, index) => {
    const where = within(files.editions.located, ["editions", index]);
    return {
      ...row,
      winner: organisations.find(row.winner, where, ["winner"]),
      finalists: organisations.findAll(row.finalists, where, ["finalists"]),
      presenter: people.find(row.presenter, where, ["presenter"]),
      juryLeader: people.find(row.juryLeader, where, ["juryLeader"]),
      sources: sources.findAll(row.sources, where, ["sources"]),
    };
  });
  const milestones = (files.timeline.data?.milestones ?? []).map((row, index) => ({
    ...row,
    date: row.date === "award" ? awardOf(row.edition) : row.date,
    source: sources.find(row.source, within(files.timeline.located, ["milestones", index]), ["source"]),
  }));

  checkEditionYears(editions);

  return {
    settings: files.site.data,
    complete: Object.values(files).every((file) => file.data !== null),
    prize: files.prize.data === null ? null : resolvePrize(files.prize.data),
    organisations,
    people,
    sources,
    figures,
    pictures,
    captionLinks,
    reportUnused(usedFigures, galleries) {
      for (const registry of [organisations, people, sources]) registry.reportUnused(new Set());
      const shown = pictures.all.filter(({ edition }) => galleries.has(edition)).map(({ id }) => id);
      pictures.reportUnused(new Set(shown));
      figures.reportUnused(usedFigures);
    },
    editions: editions.sort((a, b) => a.year - b.year),
    milestones,
  };

  /** The day of an edition's award; of an edition that is not there, the year that it would have. */
  function awardOf(year: number): string {
    return files.editions.data?.editions.find((edition) => edition.year === year)?.awarded ?? String(year);
  }

  function checkEditionYears(all: readonly { readonly year: number }[]): void {
    all.forEach(({ year }, index) => {
      const first = all.findIndex((edition) => edition.year === year);
      if (first === index) return;
      const { file, at } = within(files.editions.located, ["editions", index]);
      const other = within(files.editions.located, ["editions", first]).at(["year"]).line;
      const message = `Utgaven ${year} står to ganger, også i ${file}:${other}. Behold én.`;
      report.add("duplicate-id", file, at(["year"]), message);
    });
  }

  function resolvePrize(data: Registers["prize"]): Prize {
    const where = within(files.prize.located, []);
    return {
      ...data,
      founder: organisations.find(data.founder, where, ["founder"]),
      amountSources: sources.findAll(data.amountSources, where, ["amountSources"]),
      criteriaSources: data.criteriaSources.map((id, nth) =>
        sources.find(id, where, ["criteriaSources", nth]),
      ),
    };
  }
}
