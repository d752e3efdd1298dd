import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** WCAG 2.1's criteria on level A and AA, save 1.2.4, which Norway's regulation on universal design of ICT leaves out. */
const A =
  "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 4.1.1 4.1.2";
const AA =
  "1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 4.1.3";
/** What WCAG 2.2 adds on the same levels. */
const NEW = { A: "3.2.6 3.3.7", AA: "2.4.11 2.5.7 2.5.8 3.3.8" };

const expected = [
  ...[A, NEW.A].flatMap((numbers) => numbers.split(" ").map((number) => `${number} A`)),
  ...[AA, NEW.AA].flatMap((numbers) => numbers.split(" ").map((number) => `${number} AA`)),
];

const rows = readFileSync("docs/tilgjengelighet.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("each of the 49 criteria that bind Norwegian public sites, and of the 6 that WCAG 2.2 adds, has its row", () => {
  assert.equal(expected.length, 49 + 6);
  const told = rows.map(([, criterion = "", level]) => `${criterion.split(" ")[0]} ${level}`);
  assert.deepEqual([...told].sort(), [...expected].sort());
});

test("each row names a test that exists, or the day a person looked", () => {
  for (const [, criterion, , how = "", shown = ""] of rows) {
    const tests = [...shown.matchAll(/\]\(\.\.\/([^)]+)\) «([^»]+)»/g)];
    for (const [, file = "", name = ""] of tests) {
      const source = readFileSync(file, "utf8");
      const told = [`"${name}`, `\`${name}`, ` ${name}`].some((start) => source.includes(start));
      assert.ok(told, `${criterion}: ${file} has no test «${name}»`);
    }
    const looked = /et menneske: [^;]+, \d{1,2}\.\d{1,2}\.\d{4}/.test(shown);
    assert.ok(
      tests.length > 0 || (looked && !how.startsWith("Gjelder ikke")),
      `${criterion} is only claimed`,
    );
  }
});
