import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Cite } from "../../_includes/components/Cite.tsx";
import { Contents } from "../../_includes/components/Contents.tsx";
import { DrawingFigure } from "../../_includes/components/DrawingFigure.tsx";
import { EditionTable } from "../../_includes/components/EditionTable.tsx";
import { feedContent } from "../../_includes/components/FeedContent.tsx";
import { PictureFacts } from "../../_includes/components/PictureFacts.tsx";
import { PictureFigure, rightsOf } from "../../_includes/components/PictureFigure.tsx";
import { PressPackage } from "../../_includes/components/PressPackage.tsx";
import { Statement } from "../../_includes/components/Statement.tsx";
import { HallDrawing } from "../../_includes/drawings/HallDrawing.tsx";
import { TablesDrawing } from "../../_includes/drawings/TablesDrawing.tsx";
import { ArticleLayout } from "../../_includes/layouts/ArticleLayout.tsx";
import { FrontLayout } from "../../_includes/layouts/FrontLayout.tsx";
import { GalleryLayout } from "../../_includes/layouts/GalleryLayout.tsx";
import { PrizeLayout } from "../../_includes/layouts/PrizeLayout.tsx";
import { ProjectLayout } from "../../_includes/layouts/ProjectLayout.tsx";
import { readContent } from "../../src/build/contract/read.ts";
import { writeHtml } from "../../src/build/format/elements.ts";
import { minifyPage } from "../../src/build/output/minify.ts";
import { licences } from "../../src/model/licence.ts";
import type { Edition, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { copyContent, SAMPLE } from "../support/site.ts";
import { attribute, named, text } from "./support/html.ts";
import { makeEdition, makeFigure, makePage, makePerson, makePicture, makeSource } from "./support/samples.ts";

const assets = { css: "", fontUrl: "/assets/x.woff2" };

async function realSite(): Promise<Site> {
  const { site } = await readContent(SAMPLE);
  assert.ok(site !== null);
  return site;
}

/** What a reader sees of some HTML, in words. */
function words(html: string): string {
  const blocks =
    /<\/?(?:p|ul|ol|li|dl|dt|dd|h\d|t[dhr]|table|div|fig\w*|section|header|footer|article|aside|nav|svg|title)\b/g;
  return html
    .replace(blocks, " $&")
    .replace(/<[^>]+>/g, "")
    .replace(/[ \n]+/g, " ")
    .trim();
}

test("minifying a page changes none of its words", async () => {
  const site = await realSite();
  const [article] = site.articles;
  assert.ok(article !== undefined);
  for (const page of [
    <ArticleLayout site={site} assets={assets} article={article} />,
    <PrizeLayout site={site} assets={assets} />,
  ]) {
    const html = writeHtml(page);
    assert.equal(words(await minifyPage(html)), words(html));
  }
});

test("a source names the pages that use it in the site's order: an article, its projects as they stand there, the others, and other languages last", async () => {
  const { sources } = await realSite();
  const used = sources.find(({ id }) => id === "asker-2017")?.mentions.map(({ url }) => url);
  const projects = ["holmen-svommehall", "asker-velferdslab", "losningsjakten"].map(
    (name) => `/2017/${name}/`,
  );
  assert.deepEqual(used, ["/2017/", ...projects, "/en/"]);
  const winner = sources.find(({ id }) => id === "regjeringen-2019")?.mentions.map(({ url }) => url);
  assert.deepEqual(winner, ["/", "/om-prisen/", "/en/"]);
});

test("a statement is set apart with name and role, and escapes what a register holds", () => {
  const speaker = {
    id: "x",
    name: "<b>Navn</b>",
    role: "ordfører",
    organisation: { id: "a", name: "Asker kommune", short: "Asker" },
  };
  assert.equal(
    writeHtml(<Statement html="<p>Sagt.</p>" speaker={speaker} language="nb" />),
    '<figure class="statement"><div class="prose"><p>Sagt.</p></div><figcaption><b>&lt;b>Navn&lt;/b></b>, ordfører i Asker kommune</figcaption></figure>',
  );
});

test("the box of facts names its sources once, for all of it: the edition's, and that of the amount", async () => {
  const site = await realSite();
  const [article] = site.articles;
  assert.ok(article !== undefined);
  const html = writeHtml(<ArticleLayout site={site} assets={assets} article={article} />);
  const box = /<aside class="fact-box".*?<\/aside>/s.exec(html)?.[0] ?? "";
  const cited = [...box.matchAll(/href="#kilde-(\d+)"/g)].map(
    ([, number]) => article.sources[Number(number) - 1]?.id,
  );
  assert.deepEqual(cited, ["regjeringen-2017", "difi-2017", "difi-2017-applicants"]);
  assert.match(box, /<div><dt>Kilder<\/dt><dd class="cites">(?:(?!<dd).)*<\/dl>/s);
});

test("an award without a conference of its own is told with the prize's", async () => {
  const site = await realSite();
  const [article] = site.articles;
  assert.ok(article !== undefined);
  const told = { ...article, edition: { ...article.edition, conference: null } };
  const html = writeHtml(<ArticleLayout site={site} assets={assets} article={told} />);
  assert.ok(html.includes(`<dt>Delt ut på</dt><dd>${site.prize.venue}</dd>`));
});

test("an article leaves out the facts that are not documented, and projects that are not published", async () => {
  const site = await realSite();
  const [article] = site.articles;
  assert.ok(article !== undefined);
  const edition = { ...article.edition, presenter: null, winner: null, finalists: [], applicants: null };
  const bare = { ...article, edition, projects: [] };
  const html = writeHtml(<ArticleLayout site={site} assets={assets} article={bare} />);
  const terms = [...html.matchAll(/<dt>(.*?)<\/dt><dd>/g)].map(([, term]) => term);
  assert.deepEqual(terms.slice(0, 5), ["Pris", "Opprettet av", "Delt ut", "Delt ut på", "Prissum"]);
  assert.doesNotMatch(html, /Prosjektene som vant/);
});

test("an article says as much of the applicants and the finalists as is documented, and no more", async () => {
  const site = await realSite();
  const [article] = site.articles;
  assert.ok(article !== undefined);
  for (const [own, said] of [
    [{ applicants: 18, projects: 33 }, "18 kommuner, med 33 prosjekter"],
    [{ applicants: 40, applicantsQualifier: "over", projects: 33 }, "over 40 kommuner, med 33 prosjekter"],
    [{ applicants: 13, projects: null }, "13 kommuner"],
    [{ allFinalistsKnown: false }, "Horten og Oppegård; flere er ikke dokumentert her"],
  ] as const) {
    const told = { ...article, edition: { ...article.edition, ...own } };
    const html = writeHtml(<ArticleLayout site={site} assets={assets} article={told} />);
    assert.ok(html.replaceAll("\u00a0", " ").includes(`<dd>${said}</dd>`), said);
  }
});

test("what is not documented about an edition is named, never filled in", async () => {
  const html = writeHtml(<PrizeLayout site={await realSite()} assets={assets} />);
  const row = /<th scope="row">2016<\/th>.*?<\/tr>/s.exec(html)?.[0] ?? "";
  assert.equal(row.match(/<i>ikke dokumentert her<\/i>/g)?.length, 3);
});

test("a winner that is not documented has no source in the line of editions, and the others have theirs", async () => {
  const site = await realSite();
  const { frontPage: page, editions } = site;
  const html = writeHtml(<FrontLayout site={site} assets={assets} page={page} />);
  const line = /class="edition-line".*?<\/ol>/s.exec(html)?.[0] ?? "";
  const cited = [...line.matchAll(/href="#kilde-(\d+)"/g)].map(
    ([, number]) => page.sources[Number(number) - 1],
  );
  const documented = editions.filter(({ winner }) => winner !== null);
  assert.deepEqual(
    cited,
    documented.map(({ sources }) => sources[0]),
  );
  assert.deepEqual(page.sources, cited);
});

test("an edition of which only the article is there has no heading without content, and no name with a comma after it", async () => {
  const site = await realSite();
  const [told] = site.articles;
  assert.ok(told?.edition.presenter);
  const presenter = { ...told.edition.presenter, role: null };
  const edition = { ...told.edition, finalists: [], presenter };
  const article = { ...told, edition, projects: [], milestones: [], pictures: [] };
  const begun = { ...site, articles: [article] };
  for (const html of [
    writeHtml(<ArticleLayout site={begun} assets={assets} article={article} />),
    writeHtml(<GalleryLayout site={begun} assets={assets} article={article} sizes={{}} />),
    writeHtml(<FrontLayout site={begun} assets={assets} page={site.frontPage} />),
    feedContent(begun)(article),
  ]) {
    assert.doesNotMatch(html, /<(dd|ul|ol|p)(?: [^>]*)?><\/\1>/);
    assert.doesNotMatch(html, /<\/h2><\/section>|Til redaksjoner|Andre finalister/);
    if (html.includes("Delt ut av")) assert.ok(html.includes(`<dd>${presenter.name}</dd>`));
  }
});

test("a drawing is named after the page that it stands on, and described in its language", async () => {
  const [project] = (await realSite()).articles.flatMap(({ projects }) => projects);
  assert.ok(project?.drawing);
  const { drawing } = project;
  for (const [language, figure, description] of [
    ["nb", "Tegning", "Tegningen viser hallen fra siden"],
    ["en", "Drawing", "The drawing shows the hall from the side"],
  ] as const) {
    const page = { ...project, title: "En annen hall", language };
    const html = writeHtml(<DrawingFigure page={page} drawing={drawing} />);
    assert.match(html, /<title id="hall-title">En annen hall<\/title>/);
    assert.ok(
      html.startsWith(`<figure class="drawn" aria-label="${figure}">`),
      "the caption would be its name",
    );
    assert.ok(html.includes(`<figcaption><p>${description}`), html);
  }
});

test("a project that no drawing shows is told without one, on its own page and among the others", async () => {
  const copy = copyContent();
  try {
    const path = join(copy.root, "src/content/2017/losningsjakten.md");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^drawing:\n(?: .*\n)+/m, ""));
    const { site, problems } = await readContent(copy.root);
    assert.deepEqual(problems, []);
    const [article] = site?.articles ?? [];
    const project = article?.projects.find(({ url }) => url === "/2017/losningsjakten/");
    assert.ok(site !== null && article !== undefined && project !== undefined);
    const shown = { site, assets, article };
    const own = writeHtml(<ProjectLayout {...shown} project={project} previous={null} next={null} />);
    assert.doesNotMatch(own, /class="drawn"/);
    assert.doesNotMatch(own, /class="neighbours"/, "it has none beside it here");
    assert.match(own, /Nøkkeltall[\s\S]*783[\s\S]*Mange veier inn/);
    const among = writeHtml(<ArticleLayout {...shown} />);
    assert.match(among, /<li><h3><a href="\/2017\/losningsjakten\/"/);
  } finally {
    copy.remove();
  }
});

test("the drawing of the meetings has one cell a participant and one a contribution", async () => {
  const html = writeHtml(<ArticleLayoutOfHunt site={await realSite()} />);
  assert.match(html, /M0 0h290v270H0z/); // 29 × 27 cells of 10 × 10 units: 783
  assert.match(html, /M0 0h170v260h-10v10H0z/); // 17 × 26 and 16 more: 458
  assert.equal(/class="rings" d="([^"]*)"/.exec(html)?.[1]?.match(/M/g)?.length, 50);
});

function ArticleLayoutOfHunt({ site }: { site: Site }) {
  const [article] = site.articles;
  return article === undefined ? null : <ArticleLayout site={site} assets={assets} article={article} />;
}

test("sources are cited in the order of their numbers, each parted from the next", () => {
  const [first, second] = [makeSource({ id: "a" }), makeSource({ id: "b" })];
  const page = makePage({ sources: [first, second] });
  const [cited] = named(<Cite page={page} of={[second, first]} />, "sup");
  assert.equal(cited === undefined ? "" : text(cited), "1 2");
});

test("a page with three headings of the second level has a list of them, and no shorter one has", () => {
  const heading = (level: number, id: string) => ({ level, id, text: id });
  const listed = (...levels: readonly number[]) => {
    const headings = levels.map((level, index) => heading(level, `nr-${index}`));
    const page = makePage({ prose: { blocks: [], headings, words: 0 } });
    return named(<Contents page={page} />, "a").map((link) => attribute(link, "href"));
  };
  assert.deepEqual(listed(2, 3, 2, 2), ["#nr-0", "#nr-2", "#nr-3"]);
  assert.deepEqual(listed(2, 3, 2), []);
});

test("the table of editions says that some applied, and that some finalists are not known", () => {
  const rowOf = (own: Partial<Edition>) =>
    named(<EditionTable editions={[makeEdition(own)]} page={makePage()} />, "td").map(text);
  const [, finalists, applicants] = rowOf({ allFinalistsKnown: false, applicantsQualifier: "over" });
  assert.equal(finalists, "Horten og Oppegård; flere er ikke dokumentert her");
  assert.equal(applicants, "over\u00a018");
  assert.equal(rowOf({})[1], "Horten og Oppegård");
});

test("what is known of a picture is told, and what is not", () => {
  const people = [makePerson(), makePerson({ id: "per", name: "Per Hansen", role: null })];
  const both = "Lene Conradi (ordfører i Asker kommune) og Per Hansen";
  for (const [picture, place, told] of [
    [{ people, leftToRight: true, allPeopleKnown: true }, 0, `Fra venstre: ${both}`],
    [{ people, allPeopleKnown: true }, 0, both],
    [{ people }, 0, `${both}. Hvem som ellers er med, er ikke kjent.`],
    [{ people: [], allPeopleKnown: true }, 0, "ingen personer"],
    [{ people: [] }, 0, "ikke kjent"],
    [{ date: "2017-06" }, 1, "juni 2017"],
    [{ date: null }, 1, "ikke kjent"],
    [{ credit: null }, 2, "ikke kjent"],
    [{}, 3, "CC BY 4.0"],
    [{ licence: licences.ukjent }, 3, "ikke kjent"],
  ] as const) {
    const facts = named(<PictureFacts picture={makePicture(picture)} language="nb" />, "dd").map(text);
    assert.equal(facts[place], told);
  }
});

test("a drawing in place of a photograph is credited as a drawing, has one size, and is not for editorial staff", () => {
  const fallback = { url: "/assets/a.svg", srcset: "", width: 480, height: 250 };
  const photograph = { file: "a.svg", digest: "", colour: null, fallback, alternatives: [], renditions: [] };
  const picture = makePicture({ photograph: { ...photograph, kind: "drawing" }, focus: { x: 88, y: 0 } });
  assert.equal(rightsOf(picture, "nb"), "Tegning: Kari Nordmann. Lisens: CC BY 4.0.");
  const [image] = named(<PictureFigure picture={picture} language="nb" place="column" />, "img");
  assert.ok(image !== undefined);
  assert.deepEqual([attribute(image, "srcset"), attribute(image, "sizes")], [undefined, undefined]);
  assert.equal(attribute(image, "class"), "x-100 y-0", "the nearest place that the style sheet knows");
  const press = (kind: "drawing" | "photograph") =>
    writeHtml(
      <PressPackage
        pictures={[{ ...picture, photograph: { ...photograph, kind } }]}
        sizes={{ "/assets/a.svg": 1000 }}
        language="nb"
      />,
    );
  assert.match(press("drawing"), /Ingen av bildene kan brukes/);
  assert.match(press("photograph"), /\(480 × 250 piksler, 1\u00a0kB\)/);
});

test("the drawing of the hall has its lanes, its wells and each ten square metres of solar cells", () => {
  const figure = (value: number) => makeFigure({ value });
  const drawing = {
    kind: "hall",
    lanes: figure(3),
    wells: figure(5),
    roof: figure(300),
    wall: figure(130),
    shed: figure(20),
  } as const;
  const paths = named(<HallDrawing drawing={drawing} label={null} />, "path").map((path) =>
    attribute(path, "d"),
  );
  const lines = (start: RegExp) =>
    paths
      .filter((path) => start.test(path ?? ""))
      .at(-1)
      ?.match(/M/g)?.length;
  assert.ok(paths.includes("M48 94h240v8H48z"), "30 tiles of 8 units on the roof");
  assert.ok(
    paths.includes("M288 190v-80h-8h-8v56V190z"),
    "10 tiles above one another on the wall, and 3 beside",
  );
  assert.ok(paths.includes("M384 158h16v8h-16z"), "2 tiles on the shed");
  assert.equal(lines(/^M72 /), 3 + 1, "the lanes' lines and edges");
  assert.equal(lines(/^M56 190v96/), 5);
  assert.ok(paths.at(-1)?.endsWith("M280 190v96"), "the last well stands as far from the end as the first");
});

test("the drawing of the table has a table behind it for each family", () => {
  const families = makeFigure({ value: 4 });
  const circles = named(
    <TablesDrawing drawing={{ kind: "tables", families }} label={null} />,
    "circle.paper",
  );
  assert.deepEqual(
    circles.map((circle) => attribute(circle, "cx")),
    ["60", "180", "300", "420"],
  );
});

test("a minute is one, and two are several", () => {
  assert.equal(strings.nb.readingTime(1), "1\u00a0minutts lesing");
  assert.equal(strings.nb.readingTime(2), "2\u00a0minutters lesing");
});
