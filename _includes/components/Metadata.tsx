import { calendarPath } from "../../src/build/exports/calendar.ts";
import { ATOM_PATH, JSON_PATH } from "../../src/build/exports/feed.ts";
import { absoluteUrl } from "../../src/build/format/address.ts";
import type { Page, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** What the head tells machines about a page: search engines, feed readers, and services that show a link to it. */
export function Metadata({ site, page }: { site: Site; page: Page }) {
  const { settings } = site;
  const t = strings[page.language];
  const isArticle = "edition" in page || "drawing" in page;
  const findable = page.url !== "/404.html";
  const url = absoluteUrl(site, page.url);
  return (
    <>
      <title>{page.url === "/" ? page.title : `${page.title} – ${settings.title}`}</title>
      <meta name="description" content={page.description} />
      {findable ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex" />}
      {page.translations.length === 0
        ? null
        : [page, ...page.translations].map(({ language, url }) => (
            <link rel="alternate" hreflang={language} href={absoluteUrl(site, url)} />
          ))}
      {findable ? (
        <>
          <meta property="og:type" content={isArticle ? "article" : "website"} />
          <meta property="og:site_name" content={settings.title} />
          <meta property="og:locale" content={t.locale} />
          <meta property="og:title" content={page.title} />
          <meta property="og:description" content={page.description} />
          <meta property="og:url" content={url} />
          <link rel="alternate" type="application/atom+xml" href={ATOM_PATH} title={settings.title} />
          <link rel="alternate" type="application/feed+json" href={JSON_PATH} title={settings.title} />
        </>
      ) : null}
      {"milestones" in page ? (
        <link rel="alternate" type="text/calendar" href={calendarPath(page)} title={t.timeline} />
      ) : null}
    </>
  );
}
