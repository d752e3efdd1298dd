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
  "\u00a0ord",
  "ord\u00a0",
  "\n",
  "to ord",
  "15.\u00a0juni",
  "a \u00a0b",
  "a\u00a0 b",
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
  "textarea",
  "h2",
];
const ATTRIBUTES = [
  "",
  ' class="a b"',
  ' class=" a"',
  ' class="a  b"',
  ' href="/x/"',
  ' href="/x/ "',
  ' style="color:red ;"',
  ' onclick="javascript:x()"',
  ' title="a &amp; b"',
  ' title="a &amp;amp; b"',
  ' title="Q&amp;A, &amp;c; og &amp;lt"',
  ' href="/x?a=1&amp;copy=2"',
  ' href="/x?a=1&copy=2"',
  ' href="/x?a=1&reg=2&b"',
  ' srcset="/a.jpg 320w, /b.jpg 640w"',
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

/** What a head may have that is as the minifier leaves it. */
const SETTLED = [
  '<meta name="viewport" content="width=device-width,initial-scale=1">',
  "<style>p{margin:0}</style>",
  '<script type="application/ld+json">{"a":"x  y"}</script>',
];
const HEADS = [
  ...SETTLED,
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<meta http-equiv="refresh" content="0; url=/x">',
  "<style> p{margin:0}</style>",
  "<style>a::after{content:'&amp;'}</style>",
  '<script type="application/ld+json">{"a":1} </script>',
];

/** What chance seldom gives. */
const RARE = [
  "<small>ord\u00a0</small> ord",
  '<img srcset="/a.jpg 1x, /b.jpg 2x" alt="">',
  "<ul><li>a<li>b</li></li></ul>",
];

function pageOf(body: string, head = ""): string {
  return `<!doctype html><html lang="nb"><head><title>x</title>${head}</head><body>${body}</body></html>`;
}

/** A page whose parts stand in every order that chance gives. */
function randomPage(random: Random): string {
  const body = (depth: number): string =>
    Array.from({ length: 1 + random.below(3) }, () => {
      if (depth === 0 || random.below(3) === 0) return random.below(3) === 0 ? random.pick(TEXTS) : "ord";
      if (random.below(40) === 0) return random.pick(ODD);
      const name = random.pick(ELEMENTS);
      const attributes = random.below(3) === 0 ? random.pick(ATTRIBUTES) : "";
      return `<${name}${attributes}>${body(depth - 1)}</${name}>`;
    }).join("");
  // Of the smallest many are as the minifier leaves them.
  return pageOf(body(1 + random.below(3)), random.below(3) === 0 ? random.pick(HEADS) : "");
}

const random = new Random(2017);
const pages = [
  ...RARE.map((body) => pageOf(body)),
  ...Array.from({ length: 4000 }, () => randomPage(random)),
];

test("a page is what the minifier itself makes of it, byte for byte, also where it is not asked", async () => {
  const lean: string[] = [];
  for (const page of pages) {
    const made = minifyPage(page);
    if (typeof made === "string") lean.push(page);
    assert.equal(await made, await minifyFully(page));
  }
  assert.ok(lean.length > 500, `only ${lean.length} are lean`);
  for (const part of ["a &amp; b", 'a=1&amp;copy=2"', "Q&amp;A", "<br>", "<s>", "15.\u00a0juni", ...SETTLED])
    assert.ok(
      lean.some((page) => page.includes(part)),
      `none with ${part} is lean`,
    );
});

test("the net sees the same in a page whether it reads it by a look or as a browser does", async () => {
  for (const page of pages) {
    // With a comment in it no page is plain, so that it is parsed.
    const parsed = await foreignMarkup(page.replace("</body>", "<!-- --></body>"));
    assert.deepEqual(await foreignMarkup(page), parsed, page);
  }
});
