import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { serializeOuter } from "parse5";
import { builtSite, pagesOf } from "../support/site.ts";
import { attribute, named, text } from "../unit/support/html.ts";

/** A link as a reader meets it: the words that it is made of, with the text for those who do not see, and its address. */
interface Link {
  readonly words: string;
  readonly href: string;
}

describe("finding one's way", () => {
  let pages: ReadonlyMap<string, string>;
  const linksIn = (html: string, part: string): readonly Link[] =>
    named(html, part)
      .flatMap((found) => named(serializeOuter(found), "a"))
      .map((link) => ({
        words: (attribute(link, "aria-label") ?? text(link)).replaceAll("\u00ad", "").trim(),
        href: attribute(link, "href") ?? "",
      }));
  const inBokmal = () =>
    [...pages.values()].filter((html) => html.startsWith('<!doctype html><html lang="nb"'));

  before(() => {
    pages = pagesOf(builtSite().dist);
  });

  test("every page in Bokmål has the same links with the same names in the same order at its head and foot", () => {
    for (const part of ["header.site-header", "footer.site-footer"]) {
      const [first, ...others] = inBokmal().map((html) => linksIn(html, part));
      assert.ok(first !== undefined && first.length >= 3);
      for (const other of others) assert.deepEqual(other, first);
    }
  });

  test("the page where one is, and no other, is marked as such at its head", () => {
    for (const [url, html] of pages)
      for (const header of named(html, "header.site-header"))
        for (const link of named(serializeOuter(header), "a")) {
          const isHere = attribute(link, "href") === url;
          assert.equal(attribute(link, "aria-current"), isHere ? "page" : undefined, `${url}: ${text(link)}`);
        }
  });

  test("every page is reached from at least two others", () => {
    for (const url of pages.keys()) {
      if (url === "/404.html") continue;
      const from = [...pages].filter(([other, html]) => other !== url && html.includes(`href="${url}"`));
      assert.ok(from.length >= 2, `${url} is linked from ${from.map(([other]) => other).join(", ")}`);
    }
  });

  test("what a link leads to is in its own words: on one page, the same words never lead to two places", () => {
    for (const [url, html] of pages) {
      const places = new Map<string, string>();
      for (const { words, href } of linksIn(html, "body")) {
        assert.ok(words.length > 0, `${url}: a link to ${href} without words`);
        const place = places.get(words) ?? href;
        assert.equal(href, place, `${url}: «${words}»`);
        places.set(words, href);
      }
    }
  });
});
