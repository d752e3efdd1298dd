import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { rules } from "../../src/build/contract/rules.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { copyContent } from "../support/site.ts";
import { type Example, inWords, place, sectionsOf } from "./examples.ts";

const sections = sectionsOf(readFileSync("docs/regler.md", "utf8"));

test("the rule book has a section for every rule, and for no other", () => {
  assert.deepEqual(sections.map(({ rule }) => rule).sort(), Object.keys(rules).sort());
});

/** The day on which the rule book is right. */
const DAY = Date.UTC(2026, 11, 1);

/** Reads a copy of the content with an example in it. */
async function readWith(rule: string, side: "wrong" | "right", { block }: Example) {
  const { root, remove } = copyContent();
  try {
    const make = inWords[rule]?.[side];
    assert.ok(block !== null || make !== undefined, "the example can be made");
    const file = block === null ? await make?.(root) : place(root, block);
    return { file, problems: (await readContent(root, { now: DAY, waitingToo: false })).problems };
  } finally {
    remove();
  }
}

for (const { rule, severity, wrong, right } of sections) {
  test(`${rule}: the wrong example breaks it, the right one does not`, async () => {
    const gravity = new Map(Object.entries(rules)).get(rule);
    assert.equal(severity, gravity === "warning" ? "Advarsel" : "Feil");
    const broken = await readWith(rule, "wrong", wrong);
    const told = broken.problems.filter((problem) => problem.rule === rule);
    assert.ok(
      told.some(({ file }) => file === broken.file),
      `told: ${broken.problems.map(sayProblem).join("\n")}`,
    );
    const mended = await readWith(rule, "right", right);
    const left = mended.problems.filter((problem) => problem.rule === rule || problem.severity === "error");
    assert.deepEqual(left.map(sayProblem), []);
  });
}
