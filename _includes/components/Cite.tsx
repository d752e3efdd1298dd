import type { Page, Source } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** The numbers of the sources that something rests on, as links to the page's own list of sources. */
export function Cite({ page, of }: { page: Page; of: readonly Source[] }) {
  const numbers = of
    .map(({ id }) => page.sources.findIndex((source) => source.id === id) + 1)
    .sort((a, b) => a - b);
  return (
    <>
      {numbers.map((number) => (
        <sup class="cite">
          <a href={`#kilde-${number}`} aria-label={strings[page.language].source(number)}>
            {number}
          </a>
        </sup>
      ))}
    </>
  );
}
