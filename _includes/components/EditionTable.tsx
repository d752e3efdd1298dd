import { longDate } from "../../src/build/format/date.ts";
import { number } from "../../src/build/format/number.ts";
import { list } from "../../src/build/format/text.ts";
import type { Language } from "../../src/model/language.ts";
import type { Edition, Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Cite } from "./Cite.tsx";

/** Every edition with what is documented about it; gaps are named, never filled. */
export function EditionTable({ editions, page }: { editions: readonly Edition[]; page: Page }) {
  const { language } = page;
  const t = strings[language];
  const unknown = <i>{t.undocumented}</i>;
  return (
    // A wide table scrolls in a frame of its own, which the keyboard can reach (WCAG 2.1, 1.4.10 and 2.1.1).
    <section class="table-frame" aria-label={t.editionsTable} tabindex={0}>
      <table>
        <thead>
          <tr>
            {t.editionColumns.map((name) => (
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
              <td>{edition.winner?.short ?? unknown}</td>
              <td>{finalists(edition, language) ?? unknown}</td>
              <td class="number">{applicants(edition, language) ?? unknown}</td>
              <td class="number">
                {edition.projects === null ? unknown : number(edition.projects, language)}
              </td>
              <td class="date">{longDate(edition.awarded, language)}</td>
              <td>{edition.presenter?.name ?? unknown}</td>
              <td class="cites">
                <Cite page={page} of={edition.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** «Skien og Narvik», «Asker; flere er ikke dokumentert her»; null when none is documented. */
export function finalists({ finalists, allFinalistsKnown }: Edition, language: Language): string | null {
  if (finalists.length === 0) return null;
  const names = list(
    finalists.map(({ short }) => short),
    language,
  );
  return allFinalistsKnown ? names : `${names}; ${strings[language].othersUndocumented}`;
}

/** «18», «over 40»; null when it is not documented. */
export function applicants({ applicants, applicantsQualifier }: Edition, language: Language): string | null {
  if (applicants === null) return null;
  return `${applicantsQualifier === null ? "" : `${applicantsQualifier}\u00a0`}${number(applicants, language)}`;
}
