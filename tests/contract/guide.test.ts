import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { copyProject } from "../support/site.ts";

/** The mistakes that the editors' guide shows the messages of. */
const mistakes = [
  ["src/content/2017/index.md", "title: Asker", "titel: Asker"],
  ["src/content/2017/index.md", "[@difi-2017]", "[@difi-2071]"],
  ["src/content/2017/losningsjakten.md", "783 deltakere, og", "738 deltakere, og"],
] as const;

test("the editors' guide shows messages as they are", async (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  for (const [file, right, wrong] of mistakes) {
    const path = join(project.root, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(right, wrong));
  }
  const said = (await readContent(project.root)).problems.map(sayProblem);
  const shown = readFileSync("docs/redaktor.md", "utf8").match(/^src\/content\/.* feil .*$/gm) ?? [];
  // Where in a file a mistake stands changes with its text.
  const withoutPlace = (line: string) => line.replace(/:\d+(?::\d+|\))/g, "");
  assert.equal(shown.length, mistakes.length);
  for (const line of shown)
    assert.ok(said.map(withoutPlace).includes(withoutPlace(line)), `${line}\n\n${said.join("\n")}`);
});
