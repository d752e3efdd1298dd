import type { Page, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Cite } from "./Cite.tsx";

/**
 * All editions as circles on one line: filled where the winner is documented, with the source of that, and an empty ring where it is
 * not. Nothing before the first edition.
 */
export function EditionLine({ site, page }: { site: Site; page: Page }) {
  const t = strings[page.language];
  if (site.editions.length === 0) return null;
  return (
    <section class="edition-line" aria-labelledby="utgaver">
      <h2 id="utgaver">{t.editions}</h2>
      <ol>
        {site.editions.map((edition) => (
          <li class={edition.winner === null ? "unknown" : undefined}>
            <b>{edition.url === null ? edition.year : <a href={edition.url}>{edition.year}</a>}</b>{" "}
            {edition.winner === null ? (
              <i>{t.undocumented}</i>
            ) : (
              <>
                {edition.winner.short}
                <Cite page={page} of={edition.sources.slice(0, 1)} />
              </>
            )}
          </li>
        ))}
      </ol>
      <p>
        <a href={site.prizePage.url}>{t.moreAboutThePrize}</a>
      </p>
    </section>
  );
}
