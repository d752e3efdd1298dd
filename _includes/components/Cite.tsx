import type { Page, Source } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/**
 * The numbers of the sources that something rests on, each once, as links to the page's own list of sources; a space parts them also where no
 * style does, so that 10 and 11 do not read as 1011.
 */
export function Cite({ page, of }: { page: Page; of: readonly Source[] }) {
  const cited = of.map(({ id }) => page.sources.findIndex((source) => source.id === id) + 1);
  const numbers = [...new Set(cited)].sort((a, b) => a - b);
  if (numbers.length === 0) return null;
  return (
    <sup class="cite">
      {numbers.map((number, index) => (
        <>
          {index === 0 ? null : " "}
          <a href={`#kilde-${number}`} aria-label={strings[page.language].source(number)}>
            {number}
          </a>
        </>
      ))}
    </sup>
  );
}
