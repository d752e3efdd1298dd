import { longDate, weekday } from "../../src/build/format/date.ts";
import { number } from "../../src/build/format/number.ts";
import { COMPOUND, list, softHyphenate } from "../../src/build/format/text.ts";
import type { Article, Prize, Source } from "../../src/model/site.ts";
import { Cite } from "./Cite.tsx";
import { speakerRole } from "./Statement.tsx";

interface Row {
  readonly term: string;
  readonly text: string;
  readonly sources?: readonly Source[];
}

/** The award in figures and names, from the registers. What is not documented is left out. */
export function FactBox({ article, prize }: { article: Article; prize: Prize }) {
  return (
    <aside class="fact-box" aria-labelledby="fakta">
      <h2 id="fakta">Fakta</h2>
      <dl>
        {rows(article, prize).map(({ term, text, sources = [] }) => (
          <div>
            <dt>{term}</dt>
            <dd>
              {softHyphenate(text, COMPOUND)}
              <Cite page={article} of={sources} />
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

function rows({ edition, projects }: Article, prize: Prize): readonly Row[] {
  const { winner, finalists, presenter, applicants, conference, sources } = edition;
  return [
    { term: "Pris", text: `${prize.name} ${edition.year}` },
    { term: "Opprettet av", text: prize.founder.name },
    { term: "Delt ut", text: `${weekday(edition.awarded)} ${longDate(edition.awarded)}` },
    {
      term: "Sted",
      text: conference ?? prize.venue,
      sources: conference === null ? [] : sources.slice(0, 1),
    },
    ...(presenter === null
      ? []
      : [{ term: "Delt ut av", text: `${presenter.name}, ${speakerRole(presenter)}` }]),
    ...(winner === null ? [] : [{ term: "Vinner", text: winner.name }]),
    { term: "Prosjekter", text: list(projects.map(({ title }) => title)) },
    { term: "Andre finalister", text: list(finalists.map(({ short }) => short)), sources },
    ...(applicants === null
      ? []
      : [
          {
            term: "Søkere",
            text: `${number(applicants)} kommuner, med ${edition.projects} prosjekter`,
            sources,
          },
        ]),
    { term: "Prissum", text: `${number(prize.amount)} kroner`, sources: prize.amountSources.slice(0, 1) },
  ];
}
