import { readingMinutes } from "../../src/build/format/text.ts";
import { strings } from "../../src/strings/strings.ts";
import { Contents } from "../components/Contents.tsx";
import { FactBox } from "../components/FactBox.tsx";
import { Lead } from "../components/Lead.tsx";
import { ProjectEntries } from "../components/ProjectEntries.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** The prize article: a quiet poster, then the story in one column with the facts beside it. */
export function ArticleLayout({ site, assets, article }: LayoutProps<"articlePages">) {
  const { language } = article;
  const t = strings[language];
  return (
    <Document site={site} assets={assets} page={article}>
      <article class="article">
        <Lead page={article}>
          {site.prize.name} {article.edition.year} · {t.readingTime(readingMinutes(article.prose.words))}
        </Lead>
        <section class="points" aria-labelledby="kort-fortalt">
          <h2 id="kort-fortalt">{t.inShort}</h2>
          <ul>
            {article.points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </section>
        <div class="beside">
          <FactBox article={article} prize={site.prize} />
          <Contents page={article} />
        </div>
        <Prose page={article} />
        <ProjectEntries projects={article.projects} language={language} />
        <Timeline site={site} article={article} />
        <SourceList site={site} page={article} />
      </article>
    </Document>
  );
}
