import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import ICAL from "ical.js";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";
import { readContent } from "../../src/build/contract/read.ts";
import { feedPages } from "../../src/build/exports/feed.ts";
import { copyProject, type Project, SAMPLE } from "../support/site.ts";
import { dataOf, nodesBelow } from "../support/structured-data.ts";

const HOME = "https://innovasjonsprisen.example/";
const HUNT = "2017/losningsjakten/";
const CHANGE = "Rettet antall deltakere fra 738 til 783.";
const EARLIER = "Rettet navnet på planen.";
/** RFC 3339, as RFC 4287 (3.3) and JSON Feed want it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Every address that the HTML links to or loads. */
function addresses(node: DefaultTreeAdapterTypes.Node): readonly string[] {
  const own = defaultTreeAdapter.isElementNode(node) ? node.attrs : [];
  const below = "childNodes" in node ? node.childNodes.flatMap(addresses) : [];
  return [...own.filter(({ name }) => ["href", "src"].includes(name)).map(({ value }) => value), ...below];
}

/** Changes a register of a copy of the project. */
function changeData(
  project: Project,
  name: string,
  change: (data: ReturnType<typeof JSON.parse>) => void,
): void {
  const path = join(project.root, `_data/${name}.json`);
  const data = JSON.parse(readFileSync(path, "utf8"));
  change(data);
  writeFileSync(path, JSON.stringify(data, null, 2));
}

test("the feeds carry fifty pages at most", async () => {
  const { site } = await readContent(SAMPLE);
  const [article] = site?.articles ?? [];
  assert.ok(article !== undefined);
  const projects = Array.from({ length: 60 }, () => article.projects).flat();
  assert.equal(feedPages({ articles: [{ ...article, projects }] }).length, 50);
});

test("a site before its first edition has feeds and a data set that keep their rules, and no heading over no editions", () => {
  const project = copyProject();
  for (const name of ["2017", "en"]) rmSync(join(project.root, "src/content", name), { recursive: true });
  for (const name of ["editions", "pictures"])
    writeFileSync(join(project.root, `_data/${name}.json`), `{ "${name}": [] }\n`);
  writeFileSync(join(project.root, "_data/timeline.json"), '{ "milestones": [] }\n');
  for (const name of ["404", "om-prisen"]) {
    const path = join(project.root, `src/content/${name}.md`);
    writeFileSync(path, readFileSync(path, "utf8").replace(/\[([^\]]*)\]\(2017[^)]*\)/g, "$1"));
  }
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  const read = (path: string) => readFileSync(join(project.root, "dist", path), "utf8");
  assert.deepEqual(JSON.parse(read("feed.json")).items, []);
  const feed = parseAtomFeed(read("feed.xml"));
  assert.ok(feed.id && feed.updated && feed.authors?.length === 1);
  const [dataset] = nodesBelow(dataOf(read("data/index.html"))).filter((node) => node["@type"] === "Dataset");
  assert.ok(dataset !== undefined && !("temporalCoverage" in dataset));
  for (const path of ["index.html", "om-prisen/index.html"]) assert.doesNotMatch(read(path), /Alle utgavene/);
  project.remove();
});

test("an edition without a known day has no calendar, and no link to one", () => {
  const project = copyProject();
  changeData(project, "editions", ({ editions }) => {
    editions.find(({ year }: { year: number }) => year === 2017).awarded = "2017-06";
  });
  changeData(project, "timeline", ({ milestones }) => {
    milestones.find(({ date }: { date: string }) => date === "2017-06-25").date = "2017";
  });
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  const dist = join(project.root, "dist/2017");
  assert.ok(!existsSync(join(dist, "kalender.ics")));
  assert.doesNotMatch(readFileSync(join(dist, "index.html"), "utf8"), /kalender\.ics/);
  project.remove();
});

describe("feeds, calendar and sitemap of a site with a corrected page", () => {
  let project: Project;
  const read = (path: string) => readFileSync(join(project.root, "dist", path), "utf8");

  before(() => {
    project = copyProject();
    const file = join(project.root, "src/content/2017/losningsjakten.md");
    const changes = `changes:\n  - date: 2026-12-01\n    text: ${CHANGE}\n  - date: 2026-11-25\n    text: ${EARLIER}\n`;
    writeFileSync(file, readFileSync(file, "utf8").replace(/^published: .*\n/m, `$&${changes}`));
    changeData(project, "timeline", ({ milestones }) => {
      const opening = milestones.find(({ text }: { text: string }) => text === "Holmen svømmehall åpner.");
      milestones.push({ ...opening, date: "2018-06-25", text: "Holmen svømmehall åpner!" });
    });
    const { code, output } = project.run("build");
    assert.equal(code, 0, output);
  });
  after(() => project.remove());

  test("the Atom feed keeps what RFC 4287 demands of feeds and entries", () => {
    const xml = read("feed.xml");
    assert.equal(XMLValidator.validate(xml), true);
    const feed: unknown = new XMLParser({ ignoreAttributes: false }).parse(xml).feed;
    assert.ok(typeof feed === "object" && feed !== null && "@_xmlns" in feed && "@_xml:lang" in feed);
    assert.deepEqual([feed["@_xmlns"], feed["@_xml:lang"]], ["http://www.w3.org/2005/Atom", "nb"]);
    const { entries = [], ...head } = parseAtomFeed(xml);
    assert.ok(head.title?.value && head.id === HOME && head.authors?.[0]?.name);
    assert.match(head.updated ?? "", INSTANT);
    const self = head.links?.filter(({ rel }) => rel === "self") ?? [];
    assert.deepEqual(
      self.map(({ href, type }) => [href, type]),
      [[`${HOME}feed.xml`, "application/atom+xml"]],
    );
    assert.equal(new Set(entries.map(({ id }) => id)).size, 4, "ids are unique (4.2.6)");
    for (const entry of entries) {
      assert.ok(entry.title?.value && entry.id && entry.summary?.value && entry.content?.value);
      assert.match(entry.published ?? "", INSTANT);
      assert.match(entry.updated ?? "", INSTANT);
      const alternates = entry.links?.filter(({ rel }) => rel === "alternate") ?? [];
      assert.deepEqual(
        alternates.map(({ href }) => href),
        [entry.id],
        "one alternate of a type (4.1.2)",
      );
    }
    const newest = entries.map(({ updated }) => updated ?? "").sort();
    assert.equal(head.updated, newest.at(-1), "the feed is as new as its newest entry");
  });

  test("the JSON feed keeps what JSON Feed 1.1 demands, and says the same as the Atom feed", () => {
    const raw: unknown = JSON.parse(read("feed.json"));
    assert.ok(typeof raw === "object" && raw !== null && "version" in raw);
    assert.equal(raw.version, "https://jsonfeed.org/version/1.1");
    const json = parseJsonFeed(raw);
    const atom = parseAtomFeed(read("feed.xml"));
    assert.deepEqual([json.home_page_url, json.feed_url, json.language], [HOME, `${HOME}feed.json`, "nb"]);
    assert.deepEqual(
      json.items?.map((item) => [
        item.id,
        item.title,
        item.summary,
        item.date_published,
        item.date_modified,
        item.content_html,
      ]),
      atom.entries?.map(({ id, title, summary, published, updated, content }) => [
        id,
        title?.value,
        summary?.value,
        published,
        updated,
        content?.value,
      ]),
    );
  });

  test("the feeds carry the full text, with absolute addresses and no soft hyphens, scripts or styles", () => {
    for (const { id, content_html: html = "" } of parseJsonFeed(JSON.parse(read("feed.json"))).items ?? []) {
      assert.doesNotMatch(html, /\u00ad|<script|<style| style=/);
      assert.doesNotMatch(html, /tegning/i, "no drawing is there to see");
      assert.match(html, /<h2>Kilder<\/h2><ol><li>Asker kommune: /);
      assert.equal(/<h2>Prosjektene som vant<\/h2><ul><li>/.test(html), id === `${HOME}2017/`);
      for (const address of addresses(parseFragment(html))) assert.ok(URL.canParse(address), address);
      const page = read(`${id?.slice(HOME.length)}index.html`).replaceAll("\u00ad", "");
      const [, body = ""] = /<div class="body">(.*)<section class="sources"/s.exec(page) ?? [];
      const paragraphs = [...body.matchAll(/<p>([^<]{40,}?)[.<]/g)].map(([, text = ""]) => text);
      assert.ok(paragraphs.length > 3);
      const flat = html.replace(/\s+/g, " ");
      for (const text of paragraphs) assert.ok(flat.includes(text.replace(/\s+/g, " ")), text);
    }
  });

  test("the feeds carry what was changed last first, then each article before its projects", () => {
    const { projects } = JSON.parse(read("data/innovasjonsprisen.json"));
    const others = projects
      .map(({ url }: { url: string }) => url)
      .filter((url: string) => url !== HOME + HUNT);
    const { items } = parseJsonFeed(JSON.parse(read("feed.json")));
    assert.deepEqual(
      items?.map(({ id }) => id),
      [HOME + HUNT, `${HOME}2017/`, ...others],
    );
  });

  test("the calendar is strict iCalendar with the award and the opening as whole days, stamped from the data", () => {
    const text = read("2017/kalender.ics");
    assert.ok(
      text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75),
      "lines are folded (3.1)",
    );
    assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
    ICAL.design.strict = true;
    const calendar = new ICAL.Component(ICAL.parse(text));
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    assert.ok(calendar.getFirstPropertyValue("prodid"));
    const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    assert.deepEqual(
      events.map(({ uid, summary, startDate }) => [uid, summary, startDate.toString(), startDate.isDate]),
      [
        ["2017-utdeling@innovasjonsprisen", "Innovasjonsprisen 2017 deles ut", "2017-06-15", true],
        ["2017-holmen-svommehall-apner@innovasjonsprisen", "Holmen svømmehall åpner", "2017-06-25", true],
        ["2017-holmen-svommehall-apner.2@innovasjonsprisen", "Holmen svømmehall åpner!", "2018-06-25", true],
      ],
    );
    for (const { component } of events) {
      assert.equal(component.getFirstPropertyValue("transp"), "TRANSPARENT", "nobody is busy for that");
      assert.equal(String(component.getFirstPropertyValue("url")), `${HOME}2017/`);
    }
    assert.equal(events[0]?.location, "Fremtidens kommuner 2017 – Arendalskonferansen");
    for (const { component } of events)
      assert.equal(String(component.getFirstPropertyValue("dtstamp")), "2026-11-24T00:00:00Z");
  });

  test("a correction shows on the page, in its structured data, in both feeds and in the sitemap, and nowhere else", () => {
    assert.match(
      read(`${HUNT}index.html`),
      /Sist endret<\/dt><dd><time datetime="2026-12-01">1\.\u00a0desember 2026/,
    );
    assert.ok(read(`${HUNT}index.html`).includes(CHANGE));
    assert.doesNotMatch(read("2017/index.html"), /Sist endret/);
    const modified = (path: string) =>
      nodesBelow(dataOf(read(path))).flatMap((node) => node.dateModified ?? []);
    assert.deepEqual(modified(`${HUNT}index.html`), ["2026-12-01"]);
    assert.deepEqual(modified("2017/index.html"), ["2026-11-24"]);
    assert.match(read(`${HUNT}index.html`), /<meta property="article:modified_time" content="2026-12-01">/);
    for (const item of parseJsonFeed(JSON.parse(read("feed.json"))).items ?? []) {
      const corrected = item.id === HOME + HUNT;
      assert.equal(item.date_modified, `2026-1${corrected ? "2-01" : "1-24"}T00:00:00.000Z`);
      const [change, earlier] = ["<li>Sist endret 1.\u00a0desember 2026: ", "<li>25.\u00a0november 2026: "];
      assert.equal(item.content_html?.includes(change + CHANGE), corrected);
      assert.equal(item.content_html?.includes(earlier + EARLIER), corrected);
    }
    const days = [...read("sitemap.xml").matchAll(/<loc>(.*?)<\/loc><lastmod>2026-12-01/g)];
    assert.deepEqual(
      days.map(([, url]) => url).sort(),
      [HOME, HOME + HUNT],
      "the front page tells of all others",
    );
    assert.equal(XMLValidator.validate(read("sitemap.xml")), true);
  });
});
