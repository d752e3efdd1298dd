import { longDateWithWeekday } from "../../src/build/format/date.ts";
import { capitalise, softHyphenate } from "../../src/build/format/text.ts";
import { EditionLine } from "../components/EditionLine.tsx";
import { Lead } from "../components/Lead.tsx";
import { ProjectEntries } from "../components/ProjectEntries.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** The front page: what the prize is, the newest story, its projects, and the line of all editions. */
export function FrontLayout({ site, assets }: LayoutProps) {
  const page = site.frontPage;
  const [newest] = site.articles;
  return (
    <Document site={site} assets={assets} page={page}>
      <div class="front">
        <Lead page={page} />
        <Prose page={page} />
        {newest === undefined ? null : (
          <>
            <section class="newest" aria-labelledby="nyest">
              <p class="eyebrow">{capitalise(longDateWithWeekday(newest.edition.awarded, page.language))}</p>
              <h2 id="nyest">
                <a href={newest.url}>{softHyphenate(newest.title, newest.language)}</a>
              </h2>
              <p>{newest.lead}</p>
            </section>
            <ProjectEntries projects={newest.projects} language={page.language} />
          </>
        )}
        <EditionLine editions={site.editions} page={page} />
        <SourceList page={page} />
      </div>
    </Document>
  );
}
