import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { dataFiles } from "../../src/model/register.ts";
import { changeFacts, changes, type FactChange, type Output, raise, wordsOf } from "../support/facts.ts";
import { copyProject, filesBelow, type Project, SAMPLE } from "../support/site.ts";

const figures = dataFiles.figures
  .parse(JSON.parse(readFileSync(join(SAMPLE, "_data/figures.json"), "utf8")))
  .figures.map(raise);
const all: readonly FactChange[] = [...changes, ...figures];
const changed = changeFacts(all);

/** What a build gave and tells of facts, file by file; not its list of files with their digests. */
function readAll({ root }: Project): ReadonlyMap<string, string> {
  const dist = join(root, "dist");
  const told = filesBelow(dist).filter((path) => path !== "build-manifest.json");
  const texts = told.filter((path) => /\.(?:html|xml|json|ics|csv|txt|webmanifest)$/.test(path));
  return new Map(texts.map((path) => [path, readFileSync(join(dist, path), "utf8")]));
}

/** Which part of a file speaks in which output. */
function outputOf(path: string, text: string): readonly (readonly [Output, string])[] {
  if (path.endsWith(".html")) {
    const data = /<script[^>]*>.*?<\/script>/s;
    return [
      ["structured data", data.exec(text)?.[0] ?? ""],
      ["share data", (text.match(/<meta property="og:[^>]*>/g) ?? []).join("")],
      ["pages", text.replace(data, "").replace(/<meta[^>]*>/g, "")],
    ];
  }
  if (/^feed\./.test(path)) return [["feeds", text]];
  if (path.endsWith(".ics")) return [["calendar", text]];
  if (path.endsWith(".csv")) return [["table", text]];
  return path === "data/innovasjonsprisen.json" ? [["open data", text]] : [];
}

describe("one fact, everywhere the same", () => {
  let original: Project;
  let altered: Project;
  let files: ReadonlyMap<string, string>;

  before(() => {
    original = copyProject();
    altered = copyProject();
    for (const folder of ["_data", "src/content"]) {
      for (const file of filesBelow(join(altered.root, folder)).map((path) =>
        join(altered.root, folder, path),
      ))
        writeFileSync(file, changed(readFileSync(file, "utf8")));
    }
    for (const project of [original, altered]) {
      const { code, output } = project.run("build");
      assert.equal(code, 0, output);
    }
    files = readAll(original);
  });
  after(() => {
    original.remove();
    altered.remove();
  });

  test("every registered fact is told by each output that should, in the same words", () => {
    const outputs = new Map<Output, string>();
    for (const [path, text] of files) {
      for (const [output, part] of outputOf(path, text))
        outputs.set(output, `${outputs.get(output) ?? ""} ${wordsOf(part)}`);
    }
    for (const { fact, forms, told } of all) {
      for (const output of told) {
        const text = outputs.get(output) ?? "";
        assert.ok(
          forms.some(([form]) => text.includes(form)),
          `${output} should tell ${fact}: ${forms.map(([form]) => form).join(" | ")}`,
        );
      }
    }
  });

  test("a fact that is changed is changed in all of them, and nothing else is", () => {
    const after = readAll(altered);
    assert.deepEqual([...after.keys()], [...files.keys()]);
    for (const [path, text] of files) {
      // A schema tells no facts; the dates in its descriptions are examples, and stay.
      const expected = (path.endsWith(".schema.json") ? wordsOf(text) : changed(wordsOf(text))).split(" ");
      const actual = wordsOf(after.get(path) ?? "").split(" ");
      const first = expected.findIndex((word, index) => word !== actual[index]);
      const around = (words: readonly string[]) => words.slice(Math.max(0, first - 8), first + 8).join(" ");
      if (first !== -1) assert.equal(around(actual), around(expected), path);
      assert.equal(actual.length, expected.length, path);
    }
  });

  test("a value that has a register stands in no other register", () => {
    for (const [register, value] of [
      ["people", '"Lene Conradi"'],
      ["editions", '"2017-06-15"'],
      ["prize", "500000"],
      ["figures", "783"],
      ["editions", "Fremtidens kommuner 2017"],
    ] as const) {
      const holding = filesBelow(join(SAMPLE, "_data")).filter((file) => {
        const text = readFileSync(join(SAMPLE, "_data", file), "utf8").replace(/"url": ".*"/g, "");
        return text.includes(value);
      });
      assert.deepEqual(holding, [`${register}.json`], value);
    }
  });
});
