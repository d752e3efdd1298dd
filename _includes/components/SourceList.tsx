import { COMPOUND, softHyphenate } from "../../src/build/format/syllables.ts";
import type { Page, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** The sources of a page, numbered as its citations number them. */
export function SourceList({ site, page }: { site: Site; page: Page }) {
  if (page.sources.length === 0) return null;
  const t = strings[page.language];
  // What the registers say is in Bokmål.
  const registers = page.language === "nb" ? undefined : "nb";
  return (
    <section class="sources" aria-labelledby="kildeliste">
      <h2 id="kildeliste">{t.sourcesOfPage}</h2>
      <ol>
        {page.sources.map((source, index) => (
          <li id={`kilde-${index + 1}`} lang={registers}>
            {softHyphenate(source.publisher, "nb", COMPOUND)}: <a href={source.url}>{source.taken}</a>
          </li>
        ))}
      </ol>
      <p>
        {t.linksLeadOut} <a href={site.sourcesPage.url}>{t.allSources}</a>
      </p>
    </section>
  );
}
