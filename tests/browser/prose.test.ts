import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { SHEET_WIDTH } from "./checks/print.ts";
import { type ChangedSite, openChanged } from "./support/changed.ts";

/** Three lines in a column of paper, and one. */
const SHORT = `<p>Kommuner søker med prosjekter, noen blir nominert, og én vinner. I 2017 var Asker kommune vinneren, med
  tre prosjekter.</p><p>Prissummen er 500 000 kroner.</p>`;

/** What Markdown can set and no page of the site has: an editor may write it tomorrow. */
const MARKDOWN = `
## Sjeldne ting

1. Et første punkt
2. Et punkt med to avsnitt

   Det andre avsnittet

   - en liste i listen

> Et sitat.
>
> Det fortsetter.

\`\`\`
en linje med kode som er altfor lang til å stå på en smal skjerm uten å brytes et sted
\`\`\`
`;

describe("prose that no page has yet", () => {
  let site: ChangedSite;

  before(async () => {
    site = await openChanged((root) => appendFileSync(join(root, "src/content/om-nettstedet.md"), MARKDOWN));
  });
  after(() => site.close());

  test("keeps within its column at 320 pixels, indented and set apart", async () => {
    const page = await site.browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(`${site.origin}/om-nettstedet/`);
    const found: unknown = await page.evaluate(`(() => {
      const box = (selector) => document.querySelector(".body " + selector).getBoundingClientRect();
      const column = box("h2").left;
      return {
        sideways: document.documentElement.scrollWidth - innerWidth,
        indented: ["ol > li", "ol ul > li", "blockquote > p"].map((each) => box(each).left >= column + 16),
        apart: ["ol p + p", "blockquote p + p"].map((each) => box(each).top - box(each.slice(0, -4)).bottom > 4),
      };
    })()`);
    assert.deepEqual(found, { sideways: 0, indented: [true, true, true], apart: [true, true] });
  });

  test("leaves no line of a short paragraph alone in the next column of paper", async () => {
    const page = await site.browser.newPage({ viewport: { width: SHEET_WIDTH, height: 900 } });
    await page.goto(`${site.origin}/om-nettstedet/`);
    await page.emulateMedia({ media: "print" });
    const columns: unknown = await page.evaluate(`(() => {
      document.querySelector(".body .prose").innerHTML = ${JSON.stringify(SHORT)};
      const range = document.createRange();
      return [...document.querySelectorAll(".body p")].map((paragraph) => {
        range.selectNodeContents(paragraph);
        return new Set([...range.getClientRects()].map(({ left }) => left)).size;
      });
    })()`);
    assert.deepEqual(columns, [1, 1]);
  });
});
