import type { ComponentChildren } from "preact";
import { ATOM_PATH } from "../../src/build/exports/feed.ts";
import type { Assets } from "../../src/model/assets.ts";
import type { Page, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Metadata } from "../components/Metadata.tsx";
import { PageDates } from "../components/PageDates.tsx";
import { Sign } from "../components/Sign.tsx";

/** What every layout is given. */
export interface LayoutProps {
  readonly site: Site;
  readonly assets: Assets;
}

/** The whole document around a page: head, skip link, navigation, the page itself, footer. */
export function Document({
  site,
  assets,
  page,
  children,
}: LayoutProps & { page: Page; children: ComponentChildren }) {
  return (
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Metadata site={site} page={page} />
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={assets.fontUrl} as="font" type="font/woff2" crossOrigin="anonymous" />
        <style dangerouslySetInnerHTML={{ __html: assets.css }} />
      </head>
      <body>
        <a class="skip" href="#innhold">
          {strings[page.language].skip}
        </a>
        <SiteHeader site={site} page={page} />
        <main id="innhold">
          {children}
          <PageDates page={page} />
        </main>
        <SiteFooter site={site} page={page} />
      </body>
    </html>
  );
}

function SiteHeader({ site, page }: { site: Site; page: Page }) {
  const t = strings[page.language];
  const [article] = site.articles;
  const links = [
    ...(article === undefined
      ? []
      : [
          { url: article.url, label: t.prizeOf(article.edition.year) },
          { url: article.gallery.url, label: t.pictures },
        ]),
    { url: site.prizePage.url, label: t.aboutThePrize },
    { url: site.sourcesPage.url, label: t.sources },
  ];
  return (
    <header class="site-header">
      <a class="home" href="/" aria-current={page.url === "/" ? "page" : undefined}>
        <Sign />
        {site.settings.title}
      </a>
      <nav aria-label={t.mainMenu}>
        <ul>
          {links.map(({ url, label }) => (
            <li>
              <a href={url} aria-current={page.url === url ? "page" : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function SiteFooter({ site, page }: { site: Site; page: Page }) {
  const t = strings[page.language];
  const { accessibilityStatement } = site.settings;
  return (
    <footer class="site-footer">
      <p>{t.noTracking}</p>
      <ul>
        {site.plainPages.map(({ url, title }) => (
          <li>
            <a href={url}>{title}</a>
          </li>
        ))}
        <li>
          <a href={ATOM_PATH}>{t.feed}</a>
        </li>
        {accessibilityStatement === null ? null : (
          <li>
            <a href={accessibilityStatement}>{t.accessibilityStatement}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
