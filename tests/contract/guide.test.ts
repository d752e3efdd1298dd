import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { adviseOnLanguage } from "../../src/editors/language/advise.ts";
import { wordsIn } from "../../src/editors/language/sentences.ts";
import { copyContent } from "../support/site.ts";

const guide = readFileSync("docs/redaktor.md", "utf8");

/** The mistakes that the editors' guide shows the messages of. */
const mistakes = [
  ["src/content/2017/index.md", "title: Asker", "titel: Asker"],
  ["src/content/2017/index.md", "[@difi-2017]", "[@difi-2071]"],
  ["src/content/2017/losningsjakten.md", "783 deltakere, og", "738 deltakere, og"],
  ["src/content/2017/losningsjakten.md", "fra alle lag av", 'fra "alle lag" av'],
  ["src/content/2017/losningsjakten.md", "Mange ulike metoder", "Mange ulike meetoder"],
] as const;

test("the editors' guide shows messages as they are", async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  for (const [file, right, wrong] of mistakes) {
    const path = join(project.root, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(right, wrong));
  }
  const reading = await readContent(project.root);
  const said = [...reading.problems, ...(await adviseOnLanguage(reading)).advice].map(sayProblem);
  const shown = guide.match(/^src\/content\/\S+ (?:feil|advarsel|råd) .*$/gm) ?? [];
  // Where in a file a mistake stands changes with its text.
  const withoutPlace = (line: string) => line.replace(/:\d+(?::\d+|\))/g, "");
  assert.equal(shown.length, mistakes.length);
  for (const line of shown)
    assert.ok(said.map(withoutPlace).includes(withoutPlace(line)), `${line}\n\n${said.join("\n")}`);
});

test("the guide is read in about five minutes", () => {
  const words = wordsIn(guide.replace(/^```[\s\S]*?^```$/gm, "")).length;
  assert.ok(words < 1200, `${words} words`);
});
