import { dataFileNames } from "../../model/register.ts";
import type { Figure, Person, Prize, Source } from "../../model/site.ts";
import type { PictureFile } from "../pictures/inspect.ts";
import type { Data } from "./data.ts";
import { resolvePictures } from "./pictures.ts";
import type { Report } from "./problem.ts";
import { register, within } from "./registry.ts";

/** Everything that the data files hold, with each reference resolved. */
export type Facts = ReturnType<typeof resolveFacts>;

/** Resolves what the data files refer to among themselves. `pictureFiles` is what lies in the picture folders. */
export function resolveFacts(data: Data, pictureFiles: readonly PictureFile[], report: Report) {
  const organisations = register(
    { ...data.organisations, key: "organisations", rows: data.organisations.holds?.organisations },
    { noun: "organisasjon", unknown: { id: "", name: "", short: "" }, report },
    (row) => row,
  );
  const people = register(
    { ...data.people, key: "people", rows: data.people.holds?.people },
    { noun: "person", unknown: { id: "", name: "", role: "", organisation: null }, report },
    (row, where): Person => ({
      ...row,
      organisation: organisations.find(row.organisation, where, ["organisation"]),
    }),
  );
  const source: Source = { id: "", publisher: "", url: "", taken: "" };
  const sources = register(
    { ...data.sources, key: "sources", rows: data.sources.holds?.sources },
    { noun: "kilde", unknown: source, report },
    (row) => row,
  );
  const figure: Figure = { id: "", label: "", qualifier: null, value: 0, to: null, unit: "", source };
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
  const editions = (data.editions.holds?.editions ?? []).map((row, index, all) => {
    const where = within(data.editions.located, ["editions", index]);
    const first = all.findIndex(({ year }) => year === row.year);
    if (first !== index) {
      const { line } = within(data.editions.located, ["editions", first]).at(["year"]);
      const message = `Utgaven ${row.year} står to ganger, også i ${where.file}:${line}. Behold én.`;
      report.add("duplicate-id", where.file, where.at(["year"]), message);
    }
    if (!row.awarded.startsWith(String(row.year))) {
      const message = `Utgaven er ${row.year}, men prisen er delt ut ${row.awarded}. Kontroller at begge stemmer.`;
      report.add("award-year", where.file, where.at(["awarded"]), message);
    }
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

  return {
    settings: data.site.holds,
    prize: resolvePrize(data.prize),
    organisations,
    people,
    sources,
    figures,
    pictures,
    captionLinks,
    /** Oldest first. An edition's address is filled in when its article is found. */
    editions: editions.sort((a, b) => a.year - b.year),
    milestones,
    /**
     * Whether every data file held what it should: only then can it be said that something is nowhere. The list of words is for the
     * language help: nothing refers to it.
     */
    complete: dataFileNames.every((name) => name === "terms" || data[name].holds !== null),
    /**
     * Tells every entry that nothing uses. The figures named were found in running words; in these years an edition has a page of its
     * pictures, which shows them all.
     */
    reportUnused(usedFigures: ReadonlySet<string>, galleries: ReadonlySet<number>): void {
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
  };

  /** The day of an edition's award; of an edition that is not there, the year that it would have. */
  function awardOf(year: number): string {
    return data.editions.holds?.editions.find((edition) => edition.year === year)?.awarded ?? String(year);
  }

  function resolvePrize({ holds, located }: Data["prize"]): Prize | null {
    if (holds === null) return null;
    const where = within(located, []);
    return {
      ...holds,
      founder: organisations.find(holds.founder, where, ["founder"]),
      amountSources: sources.findAll(holds.amountSources, where, ["amountSources"]),
      criteriaSources: holds.criteriaSources.map((id, nth) =>
        sources.find(id, where, ["criteriaSources", nth]),
      ),
    };
  }
}
