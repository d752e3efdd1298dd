import type { Language } from "../../src/model/language.ts";
import type { Mention } from "../../src/model/site.ts";

/** A link to a page by its title; marked with the page's language when that is another than where the link stands. */
export function PageLink({ to, from }: { to: Mention; from: Language }) {
  const other = to.language === from ? undefined : to.language;
  return (
    <a href={to.url} lang={other} hreflang={other}>
      {to.title}
    </a>
  );
}
