import { calendarPath } from "../../src/build/exports/calendar.ts";
import { ATOM_PATH, JSON_PATH } from "../../src/build/exports/feed.ts";
import { structuredData } from "../../src/build/exports/structured-data/graph.ts";
import { scriptText } from "../../src/build/exports/structured-data/script.ts";
import { absoluteUrl } from "../../src/build/format/address.ts";
import { lastChanged } from "../../src/build/format/date.ts";
import { isArticle, isPicturePage, isProject } from "../../src/build/format/page.ts";
import type { Page, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Icons } from "./Icons.tsx";

/** What the head tells machines about a page: search engines, feed readers, and services that show a link to it. */
export function Metadata({ site, page }: { site: Site; page: Page }) {
  const title = page.url === "/" ? page.title : `${page.title} – ${site.settings.title}`;
  const isFindable = page !== site.notFoundPage;
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={page.description} />
      <Icons dark={isPicturePage(page)} />
      {isFindable ? <Findable site={site} page={page} /> : <meta name="robots" content="noindex" />}
    </>
  );
}

function Findable({ site, page }: { site: Site; page: Page }) {
  // A page that has been translated names itself among its languages.
  const versions = page.translations.length === 0 ? [] : [page, ...page.translations];
  const calendar = isArticle(page) ? calendarPath(site, page) : null;
  return (
    <>
      <link rel="canonical" href={absoluteUrl(site, page.url)} />
      {versions.map(({ language, url }) => (
        <link rel="alternate" hreflang={language} href={absoluteUrl(site, url)} />
      ))}
      <OpenGraph site={site} page={page} />
      <link rel="alternate" type="application/atom+xml" href={ATOM_PATH} title={site.settings.title} />
      <link rel="alternate" type="application/feed+json" href={JSON_PATH} title={site.settings.title} />
      {calendar === null ? null : (
        <link rel="alternate" type="text/calendar" href={calendar} title={strings[page.language].timeline} />
      )}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: scriptText(structuredData(site, page)) }}
      />
    </>
  );
}

/** What other services show when they show a link to the page (ogp.me). */
function OpenGraph({ site, page }: { site: Site; page: Page }) {
  const { shareImage, published } = page;
  const changed = lastChanged(page);
  const tells = isArticle(page) || isProject(page);
  return (
    <>
      <meta property="og:type" content={tells ? "article" : "website"} />
      {tells && published !== null ? <meta property="article:published_time" content={published} /> : null}
      {tells && changed !== null ? <meta property="article:modified_time" content={changed} /> : null}
      <meta property="og:site_name" content={site.settings.title} />
      <meta property="og:locale" content={strings[page.language].locale} />
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:url" content={absoluteUrl(site, page.url)} />
      <meta property="og:image" content={absoluteUrl(site, shareImage.url)} />
      <meta property="og:image:width" content={String(shareImage.width)} />
      <meta property="og:image:height" content={String(shareImage.height)} />
      <meta property="og:image:alt" content={shareImage.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
