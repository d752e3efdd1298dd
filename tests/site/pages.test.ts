import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { type ConfigData, HtmlValidate } from "html-validate";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { minifyFully } from "../../src/build/output/minify.ts";
import { builtSite, OWN, pagesOf } from "../support/site.ts";

type Element = DefaultTreeAdapterTypes.Element;

function elements(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const own = defaultTreeAdapter.isElementNode(node) ? [node] : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(elements)] : own;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

describe("every page of the built site", () => {
  let pages: ReadonlyMap<string, string>;
  const all = () => [...pages].map(([url, html]) => ({ url, html, elements: elements(parse(html)) }));

  before(() => {
    pages = pagesOf(builtSite(OWN).dist);
  });

  test("has a title of its own, one h1, and the language of its folder", () => {
    // To editors who give two pages the same one, the contract tells it.
    const sample = [...pagesOf(builtSite().dist).values()];
    const titles = sample.map((html) => /<title>(.+?)<\/title>/.exec(html)?.[1] ?? "");
    assert.equal(new Set(titles).size, sample.length);
    for (const page of all()) {
      assert.equal(page.elements.filter(({ tagName }) => tagName === "h1").length, 1, page.url);
      const language = page.url.startsWith("/en/") ? "en" : "nb";
      assert.ok(page.html.startsWith(`<!doctype html><html lang="${language}"`), page.url);
    }
  });

  test("is byte for byte what the minifier makes of it", async () => {
    for (const [url, html] of pages) assert.equal(await minifyFully(html), html, url);
  });

  test("has no script but data, no handler, and nothing from another host", () => {
    for (const page of all()) {
      for (const element of page.elements) {
        if (element.tagName === "script") assert.equal(attribute(element, "type"), "application/ld+json");
        assert.ok(!element.attrs.some(({ name }) => name.startsWith("on")), page.url);
        const loads =
          ["img", "source", "link"].includes(element.tagName) &&
          !["canonical", "alternate"].includes(attribute(element, "rel") ?? "");
        const address = attribute(element, "src") ?? attribute(element, "href") ?? "/";
        if (loads) assert.ok(address.startsWith("/") && !address.startsWith("//"), `${page.url}: ${address}`);
      }
    }
  });

  test("is known by its own address and leads to the feeds, or is told to be left alone", () => {
    for (const { url, elements } of all()) {
      const heads = elements.filter(({ tagName }) => tagName === "link" || tagName === "meta");
      const linked = (rel: string, type?: string) =>
        heads
          .filter((head) => attribute(head, "rel") === rel && attribute(head, "type") === type)
          .map((head) => attribute(head, "href")?.replace(/^https:\/\/[^/]+/, ""));
      const meta = (name: string) =>
        heads
          .filter((head) => attribute(head, "name") === name || attribute(head, "property") === name)
          .map((head) => attribute(head, "content"));
      assert.deepEqual(meta("color-scheme"), ["light dark"]);
      const isFound = url !== "/404.html";
      assert.deepEqual(meta("robots"), isFound ? [] : ["noindex"]);
      assert.deepEqual(linked("canonical"), isFound ? [url] : []);
      assert.deepEqual(linked("alternate", "application/atom+xml"), isFound ? ["/feed.xml"] : []);
      assert.deepEqual(linked("alternate", "application/feed+json"), isFound ? ["/feed.json"] : []);
      const isEdition = /^\/\d{4}\/$/.test(url);
      assert.deepEqual(linked("alternate", "text/calendar"), isEdition ? [`${url}kalender.ics`] : []);
      const isStory = /^\/\d{4}\/(?!bilder\/)/.test(url);
      assert.deepEqual(meta("og:type"), isFound ? [isStory ? "article" : "website"] : []);
      assert.deepEqual(meta("twitter:card"), isFound ? ["summary_large_image"] : []);
      assert.equal(meta("og:image:alt").filter(Boolean).length, isFound ? 1 : 0);
    }
  });

  test("links only to pages and places that are there", () => {
    const ids = new Map(
      all().map((page) => [page.url, new Set(page.elements.map((element) => attribute(element, "id")))]),
    );
    for (const page of all()) {
      for (const link of page.elements.filter(({ tagName }) => tagName === "a")) {
        const href = attribute(link, "href") ?? "";
        if (/^https?:/.test(href)) continue;
        const [path = "", fragment] = href.split("#");
        if (path.includes(".")) {
          assert.ok(existsSync(join(builtSite(OWN).dist, path)), `${page.url} links to ${href}`);
          continue;
        }
        const target = ids.get(path === "" ? page.url : path);
        assert.ok(target !== undefined, `${page.url} links to ${href}`);
        if (fragment !== undefined) assert.ok(target.has(fragment), `${page.url} links to ${href}`);
      }
    }
  });

  test("describes each picture and drawing in words", () => {
    for (const page of all()) {
      for (const element of page.elements) {
        if (element.tagName === "img") assert.ok(attribute(element, "alt"), page.url);
        if (element.tagName === "svg" && attribute(element, "role") === "img") {
          const tags = (node: DefaultTreeAdapterTypes.Node) => elements(node).map(({ tagName }) => tagName);
          assert.ok(tags(element).includes("title"), page.url);
          // The description is in the drawing, or beside it for all to read.
          const beside = elements(element.parentNode ?? element).filter(
            ({ tagName }) => tagName === "figcaption",
          );
          assert.ok(tags(element).includes("desc") || beside.some((caption) => tags(caption).includes("p")));
        }
      }
    }
  });

  test("lists the sources that it cites, and its main source first", () => {
    for (const page of all()) {
      const numbers = (name: string, form: RegExp) =>
        page.elements.flatMap((element) => form.exec(attribute(element, name) ?? "")?.[1] ?? []);
      const listed = numbers("id", /^kilde-(\d+)$/);
      const cited = new Set(numbers("href", /^#kilde-(\d+)$/));
      if (listed.length > 0) cited.add("1");
      assert.deepEqual(
        listed,
        [...cited].sort((a, b) => Number(a) - Number(b)),
        page.url,
      );
    }
  });

  test("is valid HTML", async () => {
    const rules: ConfigData["rules"] = {
      "long-title": "off", // official names are as long as they are
      "tel-non-breaking": "off", // dates and figures are no telephone numbers
      "no-inline-style": "error",
    };
    const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"], rules });
    for (const [url, html] of pages) {
      const report = await validator.validateString(html, join(builtSite(OWN).root, `${url}x.html`));
      const messages = report.results.flatMap((result) =>
        result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      );
      assert.deepEqual(messages, [], url);
    }
  });
});
