import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { builtSite, pagesOf } from "../support/site.ts";
import { attribute, type Element, named, text } from "../unit/support/html.ts";

describe("the page in English", () => {
  let pages: ReadonlyMap<string, string>;
  const page = (url: string) => pages.get(url) ?? assert.fail(`no page ${url}`);

  before(() => {
    pages = pagesOf(builtSite().dist);
  });

  test("and the front page name each other, themselves, and no other page", () => {
    const alternates = (html: string) =>
      named(html, "link")
        .filter((link) => attribute(link, "rel") === "alternate" && attribute(link, "hreflang") !== undefined)
        .map((link) => `${attribute(link, "hreflang")} ${new URL(attribute(link, "href") ?? "").pathname}`);
    assert.deepEqual(alternates(page("/")), ["nb /", "en /en/"]);
    assert.deepEqual(alternates(page("/en/")), ["en /en/", "nb /"]);
    assert.deepEqual(alternates(page("/2017/")), []);
  });

  test("is linked from every page in Norwegian, by its own name for itself", () => {
    for (const [url, html] of pages) {
      if (url === "/en/") continue;
      const link = named(html, "a").find((candidate) => attribute(candidate, "href") === "/en/");
      assert.ok(link !== undefined, url);
      assert.deepEqual([text(link), attribute(link, "lang")], ["English", "en"]);
    }
  });

  test("and every other names a page in another language by a title that is marked as in that", () => {
    const languageOf = (html: string) => /^<!doctype html><html lang="(\w+)"/.exec(html)?.[1];
    const wordsOf = (element: Element | undefined) =>
      element === undefined ? "" : text(element).replaceAll("\u00ad", "");
    const marked = [...pages].flatMap(([url, html]) =>
      named(html, "a").flatMap((link) => {
        const to = pages.get(attribute(link, "href") ?? "");
        if (to === undefined || wordsOf(named(to, "h1")[0]) !== wordsOf(link)) return [];
        const other = languageOf(to) === languageOf(html) ? undefined : languageOf(to);
        const marks = [attribute(link, "lang"), attribute(link, "hreflang")];
        assert.deepEqual(marks, [other, other], `${url}: ${wordsOf(link)}`);
        return other === undefined ? [] : [url];
      }),
    );
    assert.deepEqual([...new Set(marked)].sort(), ["/en/", "/kilder/"]);
  });

  test("tells the story in about three hundred words", () => {
    const [main] = named(page("/en/"), "div.body");
    assert.ok(main !== undefined);
    const words = text(main).split(/\s+/).length;
    assert.ok(words > 250 && words < 350, `${words} words`);
  });

  test("says the interface's words in English, and marks what is Norwegian", () => {
    const html = page("/en/");
    for (const label of ["Skip to the content", "Sources for this page", "not documented here", "Source 1"])
      assert.ok(html.includes(label), label);
    for (const word of ["Hopp til", "Kilder på", "ikke dokumentert", "Kilde 1"])
      assert.ok(!html.includes(word), word);
    assert.match(html, /<span lang="nb">mulighetenes kommune<\/span>/);
    const sources = named(html, "li").filter((item) => attribute(item, "id")?.startsWith("kilde-"));
    assert.ok(sources.length > 5 && sources.every((item) => attribute(item, "lang") === "nb"));
  });
});
