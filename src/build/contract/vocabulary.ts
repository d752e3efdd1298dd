import type { Figure } from "../../model/site.ts";
import { DATA } from "./data.ts";
import type { Facts } from "./facts.ts";
import { indexNames } from "./names.ts";
import { indexFigures } from "./words.ts";

/** What the registers know that running words are held against. */
export type Vocabulary = ReturnType<typeof vocabularyOf>;

/** Gathers it from the registers. */
export function vocabularyOf(facts: Facts) {
  const { figures, people, organisations, sources } = facts;
  return {
    figures: indexFigures(figures.all),
    /**
     * Every number that a register holds, those of dates included, with the file that it stands in: none when one could not be read,
     * which has been told, for then every number would seem to be missing.
     */
    numbers: facts.complete ? registeredNumbers(facts) : new Map<number, string>(),
    names: indexNames(
      [people, organisations].flatMap((registry) =>
        registry.all.map(({ id, name }) => [name, () => registry.placeOf(id, "name")] as const),
      ),
    ),
    /** The ids of the registered sources. */
    sources: new Set(sources.all.map(({ id }) => id)),
    /** Where a figure's value stands in the register: «_data/figures.json:12». */
    placeOf: ({ id }: Figure) => figures.placeOf(id, "value"),
  };
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
