import type { ComponentChildren } from "preact";
import { COMPOUND, softHyphenate } from "../../src/build/format/syllables.ts";
import type { Page } from "../../src/model/site.ts";

/** The head of a page: what it belongs to, its title as the one h1, and its lead. */
export function Lead({ page, children }: { page: Page; children?: ComponentChildren }) {
  return (
    <header class="lead">
      {children === undefined ? null : <p class="eyebrow">{children}</p>}
      <h1>{softHyphenate(page.title, page.language)}</h1>
      {page.lead === null ? null : <p class="intro">{softHyphenate(page.lead, page.language, COMPOUND)}</p>}
    </header>
  );
}
