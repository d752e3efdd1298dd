import { longDateWithWeekday } from "../../src/build/format/date.ts";
import { softHyphenate } from "../../src/build/format/syllables.ts";
import { capitalise } from "../../src/build/format/text.ts";
import type { Article } from "../../src/model/site.ts";
import { EditionLine } from "../components/EditionLine.tsx";
import { Lead } from "../components/Lead.tsx";
import { ProjectEntries } from "../components/ProjectEntries.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/**
 * The front page of a language: what the prize is, the newest story when it is told in that language, its projects (beside
 * the page's own text when it has some), and the line of all editions.
 */
export function FrontLayout({ site, assets, page }: LayoutProps<"frontPages">) {
  const [newest] = site.articles;
  const told = page.prose.words > 0;
  return (
    <Document site={site} assets={assets} page={page}>
      <div class={told ? "front told" : "front"}>
        <Lead page={page} />
        {told ? <Prose page={page} /> : null}
        {newest?.language === page.language ? <Newest article={newest} /> : null}
        {newest === undefined ? null : <ProjectEntries projects={newest.projects} language={page.language} />}
        <EditionLine site={site} page={page} />
        <SourceList site={site} page={page} />
      </div>
    </Document>
  );
}

function Newest({ article: { edition, language, lead, title, url } }: { article: Article }) {
  return (
    <section class="newest" aria-labelledby="nyest">
      <p class="eyebrow">{capitalise(longDateWithWeekday(edition.awarded, language))}</p>
      <h2 id="nyest">
        <a href={url}>{softHyphenate(title, language)}</a>
      </h2>
      <p>{lead}</p>
    </section>
  );
}
