import { softHyphenate } from "../../src/build/format/syllables.ts";
import type { Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** The headings of a long page, to go straight to one. Shown where there is room beside the text. */
export function Contents({ page: { prose, language } }: { page: Page }) {
  const headings = prose.headings.filter(({ level }) => level === 2);
  return headings.length < 3 ? null : (
    <nav class="contents" aria-labelledby="innhold-liste">
      <h2 id="innhold-liste">{strings[language].contents}</h2>
      <ol>
        {headings.map(({ id, text }) => (
          <li>
            <a href={`#${id}`}>{softHyphenate(text, language)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
