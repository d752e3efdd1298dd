import type { ComponentChildren } from "preact";
import { ATOM_PATH } from "../../src/build/exports/feed.ts";
import { isPicturePage } from "../../src/build/format/page.ts";
import { softHyphenate } from "../../src/build/format/syllables.ts";
import type { Assets } from "../../src/model/assets.ts";
import type { Collections } from "../../src/model/collections.ts";
import type { Language } from "../../src/model/language.ts";
import type { Page, Site, Translation } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Metadata } from "../components/Metadata.tsx";
import { PageDates } from "../components/PageDates.tsx";
import { PageLink } from "../components/PageLink.tsx";
import { Sign } from "../components/Sign.tsx";
import { WaitingBanner } from "../components/WaitingBanner.tsx";

/** What a layout is given: an entry of the collection that its pages are made of, and what all pages share. */
export type LayoutProps<Name extends keyof Collections> = Collections[Name][number] & {
  readonly assets: Assets;
};

/** The whole document around a page: head, skip link, navigation, the page itself, footer. */
export function Document({
  site,
  assets,
  page,
  children,
}: LayoutProps<"site"> & { page: Page; children: ComponentChildren }) {
  return (
    <html lang={page.language} class={isPicturePage(page) ? "dark" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Metadata site={site} page={page} />
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={assets.fontUrl} as="font" type="font/woff2" crossorigin="anonymous" />
        <style dangerouslySetInnerHTML={{ __html: assets.css }} />
      </head>
      <body>
        <a class="skip" href="#innhold">
          {strings[page.language].skip}
        </a>
        <WaitingBanner page={page} />
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
  const home = inLanguage(site.frontPage, page.language);
  const links = [
    ...(article === undefined
      ? []
      : [
          { to: article, label: t.prizeOf(article.edition.year) },
          { to: article.gallery, label: t.pictures },
        ]),
    { to: site.prizePage, label: t.aboutThePrize },
    { to: site.sourcesPage, label: t.sources },
  ].map(({ to, label }) => ({ ...inLanguage(to, page.language), label }));
  return (
    <header class="site-header">
      <a class="home" href={home.url} aria-current={page.url === home.url ? "page" : undefined}>
        <Sign />
        {softHyphenate(site.settings.title, "nb")}
      </a>
      {otherLanguages(site, page).map(({ language, url }) => (
        <>
          {" "}
          <a class="language" href={url} lang={language} hreflang={language}>
            {strings[language].name}
          </a>
        </>
      ))}
      <nav aria-label={t.mainMenu}>
        <ul>
          {links.map(({ url, language, label }) => (
            <li>
              <a
                href={url}
                hreflang={language === page.language ? undefined : language}
                aria-current={page.url === url ? "page" : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** The page in a language, or as it is when it has not been translated. */
function inLanguage(page: Page, language: Language): Translation {
  return page.translations.find((other) => other.language === language) ?? page;
}

/** This page in the other languages of the site; where it has not been translated, the front page there. */
function otherLanguages(site: Site, page: Page): readonly Translation[] {
  return [site.frontPage, ...site.frontPage.translations]
    .filter(({ language }) => language !== page.language)
    .map((front) => page.translations.find(({ language }) => language === front.language) ?? front);
}

function SiteFooter({ site, page }: { site: Site; page: Page }) {
  const t = strings[page.language];
  const { accessibilityStatement } = site.settings;
  // A page that has been translated into this language is there as its translation.
  const pages = [...site.plainPages, site.dataPage].filter(
    (plain) => inLanguage(plain, page.language) === plain,
  );
  return (
    <footer class="site-footer">
      <p>{t.noTracking}</p>
      <ul>
        {pages.map((plain) => (
          <li>
            <PageLink to={plain} from={page.language} />
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
