import { standAlone } from "../../src/build/format/address.ts";
import { longDate } from "../../src/build/format/date.ts";
import { writeHtml } from "../../src/build/format/elements.ts";
import { figureText } from "../../src/build/format/number.ts";
import { isArticle } from "../../src/build/format/page.ts";
import type { Language } from "../../src/model/language.ts";
import type { Article, Block, Project, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Html, InlineHtml } from "./Html.tsx";
import { rightsOf } from "./PictureFigure.tsx";
import { Statement } from "./Statement.tsx";

/** Gives each page's content as a feed carries it: HTML with absolute addresses, without soft hyphens. */
export function feedContent(site: Site): (page: Article | Project) => string {
  return (page) => standAlone(site, page, writeHtml(<FeedContent page={page} />));
}

/** A page as a feed carries it: all its words, its key figures as a list, its pictures as captions until they are there. */
function FeedContent({ page }: { page: Article | Project }) {
  const t = strings[page.language];
  const points = isArticle(page)
    ? page.points
    : page.figures.map((figure) => `${figureText(figure)} ${figure.label}`);
  return (
    <>
      <p>{page.lead}</p>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      {page.prose.blocks.map((block) => (
        <FeedBlock block={block} language={page.language} />
      ))}
      {isArticle(page) && page.projects.length > 0 ? (
        <>
          <h2>{t.theProjects}</h2>
          <ul>
            {page.projects.map(({ url, title, summary }) => (
              <li>
                <a href={url}>{title}</a>: {summary}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {page.changes.length === 0 ? null : (
        <ul>
          {page.changes.map(({ date, text }, index) => (
            <li>
              {index === 0 ? `${t.lastChanged} ` : null}
              {longDate(date, page.language)}: {text}
            </li>
          ))}
        </ul>
      )}
      <h2>{t.sources}</h2>
      <ol>
        {page.sources.map(({ publisher, taken, url }) => (
          <li>
            {publisher}: <a href={url}>{taken}</a>
          </li>
        ))}
      </ol>
    </>
  );
}

function FeedBlock({ block, language }: { block: Block; language: Language }) {
  switch (block.kind) {
    case "html":
      return <Html html={block.html} />;
    case "statement":
      return <Statement html={block.html} speaker={block.speaker} language={language} />;
    case "picture": {
      const { photograph, alt, title, captionHtml } = block.picture;
      return (
        <figure>
          {photograph === null ? null : (
            <img
              src={photograph.fallback.url}
              width={photograph.fallback.width}
              height={photograph.fallback.height}
              alt={alt}
            />
          )}
          <figcaption>
            <b>{title}</b>: <InlineHtml html={captionHtml} />
            {photograph === null ? null : ` ${rightsOf(block.picture, language)}`}
          </figcaption>
        </figure>
      );
    }
  }
}
