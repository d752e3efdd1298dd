import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
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

/** Six editions more: twice as many as the register has. */
function addEditions(root: string): void {
  const path = join(root, "_data/editions.json");
  const { editions } = JSON.parse(readFileSync(path, "utf8"));
  const years = [2020, 2021, 2022, 2023, 2024, 2025];
  const more = years.map((year) => ({ ...editions.at(-1), year, awarded: `${year}-06` }));
  writeFileSync(path, JSON.stringify({ editions: [...editions, ...more] }));
}

describe("what no page has yet", () => {
  let site: ChangedSite;

  before(async () => {
    site = await openChanged((root) => {
      appendFileSync(join(root, "src/content/om-nettstedet.md"), MARKDOWN);
      addEditions(root);
    });
  });
  after(() => site.close());

  test("is twelve editions, whose line folds where it has no room and makes no page wider than its window", async () => {
    for (const width of [320, 864, 1280]) {
      const page = await site.browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(site.origin);
      const sideways: unknown = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assert.equal(sideways, 0, `${width} px`);
      await page.close();
    }
  });

  test("is prose that keeps within its column at 320 pixels, indented and set apart", async () => {
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

  test("is a short paragraph, which leaves no line alone in the next column of paper", async () => {
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
