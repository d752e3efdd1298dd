import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { heldMegabytes } from "../support/held.ts";
import { copyContent } from "../support/site.ts";

/** With a dash, so that each letter takes two bytes in memory, and with words long enough for soft hyphens. */
const PARAGRAPH =
  "Barnehagestyreren – den nye – tok imot innbyggermedvirkningsgruppen i kommunestyresalen.\n\n";

test("what was read of a page does not hold its text", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  await readContent(project.root);
  const before = heldMegabytes();
  for (let page = 0; page < 60; page++) {
    const head = `---\ntitle: Sidens tittel nummer ${page}\ndescription: Hva siden handler om, nummer ${page}.\n---\n\n`;
    const body = `## Overskrift på side ${page}\n\nEt sammensattord${"abcdefghij"[page % 10]}${page}langtnokfordeling.\n\n`;
    writeFileSync(join(project.root, `src/content/side-${page}.md`), head + body + PARAGRAPH.repeat(1500));
  }
  const reading = await readContent(project.root);
  const more = heldMegabytes() - before;
  assert.ok(reading.parsed.documents.all.length > 60);
  assert.ok(more < 5, `60 pages of 130 kB left ${more.toFixed(1)} MB behind`);
});
