import type { Figure } from "../../model/site.ts";
import { DATA } from "./data.ts";
import type { Facts } from "./facts.ts";
import { indexNames, type NameIndex } from "./names.ts";
import { type FiguresByUnit, indexFigures } from "./words.ts";

/** What the registers know that running words are held against. */
export interface Vocabulary {
  readonly figuresByUnit: FiguresByUnit;
  /** Every number that a register holds, those of dates included, with the file that it stands in. */
  readonly numbers: ReadonlyMap<number, string>;
  readonly names: NameIndex;
  /** The ids of the registered sources. */
  readonly sources: ReadonlySet<string>;
  /** Where a figure's value stands in the register: «_data/figures.json:12». */
  readonly placeOf: (figure: Figure) => string;
}

/** Gathers it from the registers. */
export function vocabularyOf(facts: Facts): Vocabulary {
  const figuresByUnit = indexFigures(facts.figures.all);
  const names = indexNames(
    [facts.people, facts.organisations].flatMap((registry) =>
      registry.all.map(({ id, name }) => [name, () => registry.placeOf(id, "name")] as const),
    ),
  );
  const placeOf = ({ id }: Figure) => facts.figures.placeOf(id, "value");
  const sources = new Set(facts.sources.all.map(({ id }) => id));
  // Of a register that could not be read, which has been told, every number would seem to be missing.
  const numbers = facts.complete ? registeredNumbers(facts) : new Map();
  return { figuresByUnit, numbers, names, sources, placeOf };
}

function registeredNumbers({ figures, prize, editions, milestones }: Facts): ReadonlyMap<number, string> {
  const datesIn = (dates: readonly string[]) => dates.flatMap((date) => date.split("-").map(Number));
  const byFile = {
    timeline: datesIn(milestones.map(({ date }) => date)),
    editions: [
      ...datesIn(editions.map(({ awarded }) => awarded)),
      ...editions.flatMap(({ year, applicants, projects }) => [year, applicants ?? year, projects ?? year]),
    ],
    prize: prize === null ? [] : [prize.amount],
    figures: figures.all.flatMap(({ value, to }) => [value, to ?? value]),
  };
  return new Map(
    Object.entries(byFile).flatMap(([name, numbers]) =>
      numbers.map((number) => [number, `${DATA}/${name}.json`] as const),
    ),
  );
}
