import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { readFound, sayFound } from "../../src/build/output/sources.ts";
import { lookAtInputs } from "../../src/build/output/standing.ts";
import { isSame, lookAgain, lookAtTree, touchedFolders } from "../../src/build/preview/tree.ts";
import { copyProject } from "../support/site.ts";

const VIEW = { now: 0, waitingToo: true };
const PAGE = "---\ntitle: Hjelp\ndescription: Hjelp til lesere.\n---\n\nHer er hjelpen.\n";

/** Edits, one after another, and the folders in which each has touched something. */
const edits: Readonly<Record<string, readonly [edit: () => void, touched: readonly string[]]>> = {
  "nothing is done": [() => undefined, []],
  "prose is edited": [
    () => appendFileSync("src/content/2017/holmen-svommehall.md", "\nDet gikk bra.\n"),
    ["src/content/2017"],
  ],
  "data is edited": [() => appendFileSync("_data/people.json", "\n"), ["_data"]],
  "a page is added": [() => writeFileSync("src/content/hjelp.md", PAGE), ["src/content"]],
  "a page is renamed": [() => renameSync("src/content/hjelp.md", "src/content/hjelpen.md"), ["src/content"]],
  "a page gets a name that no file may have": [
    () => renameSync("src/content/hjelpen.md", "src/content/Hjelpen.md"),
    ["src/content"],
  ],
  "nothing is done about it": [() => undefined, []],
  "a page is taken away": [() => rmSync("src/content/Hjelpen.md"), ["src/content"]],
  "a file becomes a link": [
    () => {
      renameSync("src/content/2017/holmen-svommehall.md", "hallen.md");
      symlinkSync(join(process.cwd(), "hallen.md"), "src/content/2017/holmen-svommehall.md");
    },
    ["src/content/2017"],
  ],
  "the link becomes the file": [
    () => renameSync("hallen.md", "src/content/2017/holmen-svommehall.md"),
    ["src/content/2017"],
  ],
  "a folder is added": [
    () => {
      mkdirSync("src/content/2018/bilder", { recursive: true });
      writeFileSync("src/content/2018/bilder/index.md", PAGE);
    },
    ["src/content", "src/content/2018", "src/content/2018/bilder"],
  ],
  "a folder is taken away": [
    () => rmSync("src/content/2018", { recursive: true }),
    ["src/content", "src/content/2018", "src/content/2018/bilder"],
  ],
  "all data is taken away": [() => renameSync("_data", "gone"), [".", "_data"]],
  "all data comes back": [() => renameSync("gone", "_data"), [".", "_data"]],
};

test("a reading that is told which folders are touched, or all that another process has found, gives what one gives that looks itself", async (t) => {
  const project = copyProject();
  const home = process.cwd();
  process.chdir(project.root);
  t.after(() => {
    process.chdir(home);
    project.remove();
  });
  await readContent(project.root, VIEW);
  let before = lookAtTree();
  for (const [what, [edit, expected]] of Object.entries(edits)) {
    edit();
    const after = lookAtTree();
    const touched = touchedFolders(before, after);
    assert.deepEqual([...touched].sort(), expected, what);
    assert.equal(isSame(before, after), expected.length === 0, what);
    const found = readFound(sayFound(lookAtInputs([]).found)) ?? undefined;
    const whole = await readContent(project.root, VIEW);
    for (const known of [{ touched: new Set(touched) }, { found }]) {
      const told = await readContent(project.root, VIEW, { known: () => known });
      assert.deepEqual(told.problems, whole.problems, what);
      assert.equal(JSON.stringify(told.site), JSON.stringify(whole.site), what);
    }
    const [top = ""] = expected;
    if (/^(?:_data|src)/.test(top)) assert.ok(isSame(lookAgain(before, top), after), what);
    before = after;
  }
});
