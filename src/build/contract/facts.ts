import { dataFileNames, type Registers } from "../../model/register.ts";
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
import type { Data } from "./data.ts";
import { type CaptionLink, resolvePictures } from "./pictures.ts";
import type { Report } from "./problem.ts";
import { type Registry, register, within } from "./registry.ts";
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

/** Resolves what the data files refer to among themselves. `pictureFiles` is what lies in the picture folders. */
export function resolveFacts(data: Data, pictureFiles: readonly PictureFile[], report: Report): Facts {
  const organisations = register(
    { ...data.organisations, key: "organisations", rows: data.organisations.holds?.organisations },
    { noun: "organisasjon", unknown: organisation, report },
    (row) => row,
  );
  const people = register(
    { ...data.people, key: "people", rows: data.people.holds?.people },
    { noun: "person", unknown: person, report },
    (row, where): Person => ({
      ...row,
      organisation: organisations.find(row.organisation, where, ["organisation"]),
    }),
  );
  const sources = register(
    { ...data.sources, key: "sources", rows: data.sources.holds?.sources },
    { noun: "kilde", unknown: source, report },
    (row) => row,
  );
  const figures = register(
    { ...data.figures, key: "figures", rows: data.figures.holds?.figures },
    { noun: "tall", unknown: figure, report },
    (row, where): Figure => {
      if (row.to !== null && row.to <= row.value) {
        const message = `Spennet går fra ${row.value} til ${row.to}. Det minste tallet skal stå i «value».`;
        report.add("wrong-value", where.file, where.at(["to"]), message);
      }
      return { ...row, source: sources.find(row.source, where, ["source"]) };
    },
  );
  const { pictures, captionLinks } = resolvePictures(
    { ...data.pictures, key: "pictures", rows: data.pictures.holds?.pictures },
    pictureFiles,
    people,
    awardOf,
    report,
  );

  const editions = (data.editions.holds?.editions ?? []).map((row, index) => {
    const where = within(data.editions.located, ["editions", index]);
    return {
      ...row,
      winner: organisations.find(row.winner, where, ["winner"]),
      finalists: organisations.findAll(row.finalists, where, ["finalists"]),
      presenter: people.find(row.presenter, where, ["presenter"]),
      juryLeader: people.find(row.juryLeader, where, ["juryLeader"]),
      sources: sources.findAll(row.sources, where, ["sources"]),
    };
  });
  const milestones = (data.timeline.holds?.milestones ?? []).map((row, index) => ({
    ...row,
    date: row.date === "award" ? awardOf(row.edition) : row.date,
    source: sources.find(row.source, within(data.timeline.located, ["milestones", index]), ["source"]),
  }));

  checkEditionYears(editions);

  return {
    settings: data.site.holds,
    // The list of words is for the language help: nothing refers to it.
    complete: dataFileNames.every((name) => name === "terms" || data[name].holds !== null),
    prize: data.prize.holds === null ? null : resolvePrize(data.prize.holds),
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
      milestones.forEach(({ edition }, index) => {
        if (galleries.has(edition)) return;
        const { file, at } = within(data.timeline.located, ["milestones", index]);
        const message = `Ingenting viser denne hendelsen, for utgaven ${edition} har ingen artikkel. Ta den bort, eller rett «edition».`;
        report.add("unused-entry", file, at(["edition"]), message);
      });
    },
    editions: editions.sort((a, b) => a.year - b.year),
    milestones,
  };

  /** The day of an edition's award; of an edition that is not there, the year that it would have. */
  function awardOf(year: number): string {
    return data.editions.holds?.editions.find((edition) => edition.year === year)?.awarded ?? String(year);
  }

  function checkEditionYears(all: readonly { readonly year: number }[]): void {
    all.forEach(({ year }, index) => {
      const first = all.findIndex((edition) => edition.year === year);
      if (first === index) return;
      const { file, at } = within(data.editions.located, ["editions", index]);
      const other = within(data.editions.located, ["editions", first]).at(["year"]).line;
      const message = `Utgaven ${year} står to ganger, også i ${file}:${other}. Behold én.`;
      report.add("duplicate-id", file, at(["year"]), message);
    });
  }

  function resolvePrize(prize: Registers["prize"]): Prize {
    const where = within(data.prize.located, []);
    return {
      ...prize,
      founder: organisations.find(prize.founder, where, ["founder"]),
      amountSources: sources.findAll(prize.amountSources, where, ["amountSources"]),
      criteriaSources: prize.criteriaSources.map((id, nth) =>
        sources.find(id, where, ["criteriaSources", nth]),
      ),
    };
  }
}
