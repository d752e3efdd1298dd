import { longDateWithWeekday } from "../../src/build/format/date.ts";
import { number } from "../../src/build/format/number.ts";
import { COMPOUND, softHyphenate } from "../../src/build/format/syllables.ts";
import { list } from "../../src/build/format/text.ts";
import type { Language } from "../../src/model/language.ts";
import type { Article, Person, Prize } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Cite } from "./Cite.tsx";
import { applicants, finalists } from "./EditionTable.tsx";
import { speakerRole } from "./Statement.tsx";

interface Row {
  readonly term: string;
  /** Null for what is not documented. */
  readonly text: string | null;
}

/**
 * The award in figures and names, from the registers. What is not documented, or not there yet, is left out. The sources stand for all
 * of it at the end: the register does not say which of them has which fact.
 */
export function FactBox({ article, prize }: { article: Article; prize: Prize }) {
  const { edition, language } = article;
  return (
    <aside class="fact-box" aria-labelledby="fakta">
      <h2 id="fakta">{strings[language].facts.title}</h2>
      <dl>
        {rows(article, prize).map(({ term, text }) =>
          text === null ? null : (
            <div>
              <dt>{term}</dt>
              <dd>{softHyphenate(text, language, COMPOUND)}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{strings[language].sources}</dt>
          <dd class="cites">
            <Cite page={article} of={[...edition.sources, ...prize.amountSources.slice(0, 1)]} />
          </dd>
        </div>
      </dl>
    </aside>
  );
}

/** «Paul Chaffey, statssekretær i Kommunal- og moderniseringsdepartementet», or the name alone. */
function nameAndRole(person: Person, language: Language): string {
  return [person.name, speakerRole(person, language)].filter((part) => part !== "").join(", ");
}

function rows({ edition, projects, language }: Article, prize: Prize): readonly Row[] {
  const { facts, kroner } = strings[language];
  const applied = applicants(edition, language);
  const titles = projects.map(({ title }) => title);
  const { winner, presenter, projects: entered, conference } = edition;
  return [
    { term: facts.prize, text: `${prize.name} ${edition.year}` },
    { term: facts.founder, text: prize.founder.name },
    { term: facts.awarded, text: longDateWithWeekday(edition.awarded, language) },
    { term: facts.venue, text: conference ?? prize.venue },
    { term: facts.presenter, text: presenter && nameAndRole(presenter, language) },
    { term: facts.winner, text: winner?.name ?? null },
    { term: facts.projects, text: list(titles, language) || null },
    { term: facts.finalists, text: finalists(edition, language) },
    {
      term: facts.applicants,
      text:
        applied && facts.applicantsAndProjects(applied, entered === null ? null : number(entered, language)),
    },
    { term: facts.amount, text: kroner(number(prize.amount, language)) },
  ];
}
