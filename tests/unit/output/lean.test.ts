import assert from "node:assert/strict";
import { test } from "node:test";
import { foreignMarkup } from "../../../src/build/checks/page.ts";
import { minifyFully, minifyPage } from "../../../src/build/output/minify.ts";
import { Random } from "../../mutation/random.ts";

const TEXTS = [
  "ord",
  " ord",
  "ord ",
  " ",
  "  ",
  "\u00a0",
  "\n",
  "to ord",
  "15.\u00a0juni",
  "a \u00a0b",
  "&amp;",
  "a &amp; b",
  "Q&amp;A",
  "R&A;",
  "a&amp;b=1",
  "&amp;copy=1",
  "&amp;amp; x",
  "«x»,",
  "",
];
const ELEMENTS = [
  "p",
  "div",
  "b",
  "a",
  "s",
  "small",
  "sup",
  "span",
  "li",
  "ul",
  "figure",
  "svg",
  "path",
  "time",
  "td",
  "pre",
  "h2",
];
const ATTRIBUTES = [
  "",
  ' class="a b"',
  ' class=" a"',
  ' href="/x/"',
  ' href="/x/ "',
  ' style="color:red"',
  ' onclick="x()"',
  ' title="a &amp; b"',
  ' title="a &amp;amp; b"',
  ' title="Q&amp;A, &amp;c; og &amp;lt"',
  ' href="/x?a=1&amp;copy=2"',
  ' href="/x?a=1&copy=2"',
  ' href="/x?a=1&reg=2&b"',
  ' srcset="/a.jpg 320w, /b.jpg 640w"',
  ' srcset="/a.jpg  320w,/b.jpg 1x"',
  ' datetime="2017-06-15"',
  " hidden",
];
const ODD = [
  "<!-- x -->",
  "<br>",
  "<br/>",
  '<script type="application/ld+json">{"a":"x &amp; y"}</script>',
  "<hr/>",
  '<img src="/a.jpg" alt="">',
  "<input disabled=disabled>",
  "<B>x</B>",
];

/** A page whose parts stand in every order that chance gives. */
function randomPage(random: Random): string {
  const body = (depth: number): string =>
    Array.from({ length: 1 + random.below(4) }, () => {
      if (depth === 0 || random.below(3) === 0) return random.pick(TEXTS);
      if (random.below(40) === 0) return random.pick(ODD);
      const name = random.pick(ELEMENTS);
      const attributes = random.below(4) === 0 ? random.pick(ATTRIBUTES) : "";
      return `<${name}${attributes}>${body(depth - 1)}</${name}>`;
    }).join("");
  return `<!doctype html><html lang="nb"><head><title>x</title></head><body>${body(4)}</body></html>`;
}

const random = new Random(2017);
const pages = Array.from({ length: 6000 }, () => randomPage(random));

test("a page is what the minifier itself makes of it, byte for byte, also where it is not asked", async () => {
  const lean: string[] = [];
  for (const page of pages) {
    const made = minifyPage(page);
    if (typeof made === "string") lean.push(page);
    assert.equal(await made, await minifyFully(page));
  }
  assert.ok(lean.length > 200, `only ${lean.length} are lean`);
  for (const part of ["a &amp; b", 'a=1&amp;copy=2"', "Q&amp;A", "<br/>", "<s>", "15.\u00a0juni"])
    assert.ok(
      lean.some((page) => page.includes(part)),
      `none with ${part} is lean`,
    );
});

test("the net sees the same in a page whether it reads it by a look or as a browser does", async () => {
  for (const page of pages.slice(0, 4000)) {
    // With a comment in it no page is plain, so that it is parsed.
    const parsed = await foreignMarkup(page.replace("</body>", "<!-- --></body>"));
    assert.deepEqual(await foreignMarkup(page), parsed, page);
  }
});
