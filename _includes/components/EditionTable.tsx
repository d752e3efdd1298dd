import { longDate } from "../../src/build/format/date.ts";
import { number } from "../../src/build/format/number.ts";
import { list } from "../../src/build/format/text.ts";
import type { Edition, Page } from "../../src/model/site.ts";
import { Cite } from "./Cite.tsx";
import { TableFrame } from "./TableFrame.tsx";

const UNKNOWN = <i>ikke dokumentert her</i>;

/** Every edition with what is documented about it; gaps are named, never filled. */
export function EditionTable({ editions, page }: { editions: readonly Edition[]; page: Page }) {
  return (
    <TableFrame label="Tabell over utgavene">
      <table>
        <thead>
          <tr>
            {[
              "År",
              "Vinner",
              "Andre finalister",
              "Søkere",
              "Prosjekter",
              "Delt ut",
              "Delt ut av",
              "Kilder",
            ].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr>
              <th scope="row">
                {edition.url === null ? edition.year : <a href={edition.url}>{edition.year}</a>}
              </th>
              <td>{edition.winner?.short ?? UNKNOWN}</td>
              <td>{finalists(edition)}</td>
              <td class="number">{edition.applicants === null ? UNKNOWN : applicants(edition)}</td>
              <td class="number">{edition.projects === null ? UNKNOWN : number(edition.projects)}</td>
              <td class="date">{longDate(edition.awarded)}</td>
              <td>{edition.presenter?.name ?? UNKNOWN}</td>
              <td>
                <Cite page={page} of={edition.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function finalists({ finalists, allFinalistsKnown }: Edition) {
  if (finalists.length === 0) return UNKNOWN;
  const names = list(finalists.map(({ short }) => short));
  return allFinalistsKnown ? names : `${names}; flere er ikke dokumentert her`;
}

function applicants({ applicants, applicantsQualifier }: Edition): string {
  return `${applicantsQualifier === null ? "" : `${applicantsQualifier}\u00a0`}${number(applicants ?? 0)}`;
}
