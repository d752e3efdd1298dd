import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { jsonSchema, SCHEMA_FOLDER, schemaName, schemaText } from "../../src/build/contract/json-schema.ts";
import { type DataFileName, dataFileNames } from "../../src/model/register.ts";
import { SAMPLE } from "../support/site.ts";

function validator(name: DataFileName): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchema(name));
}

function dataOf(name: DataFileName): unknown {
  return JSON.parse(readFileSync(`${SAMPLE}/_data/${name}.json`, "utf8"));
}

/** Every property in a schema, by its path, with its name in Norwegian and the words that explain it. */
function* properties(
  schema: unknown,
  path = "",
): Iterable<readonly [path: string, title: unknown, description: unknown]> {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && typeof value === "object" && value !== null) {
      for (const [name, property] of Object.entries(value)) {
        yield [`${path}/${name}`, wordsOf(property, "title"), wordsOf(property, "description")];
        yield* properties(property, `${path}/${name}`);
      }
    } else yield* properties(value, path);
  }
}

function wordsOf(property: unknown, keyword: string): unknown {
  return typeof property === "object" && property !== null ? Reflect.get(property, keyword) : null;
}

for (const name of dataFileNames) {
  test(`the schema of ${name} is fresh, names and explains every field in words, and fits the real data`, () => {
    const file = `${SCHEMA_FOLDER}/${schemaName(name)}`;
    assert.equal(readFileSync(file, "utf8"), schemaText(name), "stale: run «npm run schemas»");
    for (const [path, title, description] of properties(jsonSchema(name))) {
      assert.match(String(title), /^\p{Lu}\p{L}/u, path);
      assert.match(String(description), /^(?=.{10})\S+[ ,]\S*/, path);
    }
    const fits = validator(name);
    assert.ok(fits(dataOf(name)), JSON.stringify(fits.errors));
  });
}

test("the schemas underline a misspelt field, an empty text, a wrong id and a date that is none", () => {
  const fits = validator("editions");
  const edition = { ...readEdition(), awarded: "2017-06-15" };
  assert.ok(fits({ editions: [edition] }));
  for (const change of [
    { winer: "asker" },
    { conference: " " },
    { winner: "Asker kommune" },
    { awarded: "15.06.2017" },
  ]) {
    assert.equal(fits({ editions: [{ ...edition, ...change }] }), false, JSON.stringify(change));
  }
});

test("VS Code is told which schema belongs to which file", () => {
  const settings: unknown = JSON.parse(readFileSync(".vscode/settings.json", "utf8"));
  const wired = dataFileNames.map((name) => ({
    fileMatch: [`/_data/${name}.json`],
    url: `./${SCHEMA_FOLDER}/${schemaName(name)}`,
  }));
  assert.ok(typeof settings === "object" && settings !== null && "json.schemas" in settings);
  assert.deepEqual(settings["json.schemas"], wired);
});

function readEdition(): object {
  const data = dataOf("editions");
  assert.ok(typeof data === "object" && data !== null && "editions" in data && Array.isArray(data.editions));
  const [edition] = data.editions;
  assert.ok(typeof edition === "object" && edition !== null);
  return edition;
}
