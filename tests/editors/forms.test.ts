import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as z from "zod";
import { jsonSchema } from "../../src/build/contract/json-schema.ts";
import { type Collection, editorConfig, PICTURE_FILE } from "../../src/editors/browser/config.ts";
import { changesOf, readForm, toForm } from "../../src/editors/browser/entries.ts";
import type { Widget } from "../../src/editors/browser/widgets.ts";
import { atField } from "../../src/editors/form/where.ts";
import { heads } from "../../src/model/frontmatter.ts";
import { type DataFileName, dataFileNames } from "../../src/model/register.ts";
import { filesBelow, SAMPLE } from "../support/site.ts";

const files = filesBelow(SAMPLE).filter((file) => /\.(?:md|json)$/.test(file));

const textOf = (file: string) => readFileSync(join(SAMPLE, file), "utf8");

const config = await editorConfig(SAMPLE, "http://localhost:1");

/** Every field below a schema: its path, and whether the model lets it be left out or null. */
function* schemaFields(schema: unknown, path = ""): Iterable<string> {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key !== "properties" || typeof value !== "object" || value === null) yield* schemaFields(value, path);
    else
      for (const [name, property] of Object.entries(value)) {
        yield `${path}/${name}`;
        yield* schemaFields(property, `${path}/${name}`);
      }
  }
}

function* widgetFields(widgets: unknown, path = ""): Iterable<readonly [path: string, widget: Widget]> {
  for (const widget of listOf(widgets)) {
    yield [`${path}/${widget.name}`, widget];
    yield* widgetFields(widget.fields, `${path}/${widget.name}`);
    for (const type of listOf(widget.types)) {
      yield [`${path}/${widget.name}/${widget.typeKey}`, widget];
      yield* widgetFields(type.fields, `${path}/${widget.name}`);
    }
  }
}

function listOf(widgets: unknown): readonly Widget[] {
  return Array.isArray(widgets) ? widgets : [];
}

function formsOf(collections: readonly Collection[]): ReadonlyMap<string, readonly Widget[]> {
  return new Map(
    collections.flatMap(({ folder, fields = [], files = [] }) => [
      ...(folder === undefined ? [] : [[`${folder}/`, fields] as const]),
      ...files.map((file) => [file.file, file.fields] as const),
    ]),
  );
}

const forms = formsOf(config.collections);

const models: readonly (readonly [file: string, schema: unknown])[] = [
  ...dataFileNames.map((name: DataFileName) => [`_data/${name}.json`, jsonSchema(name)] as const),
  ["src/content/2017/index.md", z.toJSONSchema(heads.article)],
  ["src/content/2017/", z.toJSONSchema(heads.project)],
  ["src/content/2017/bilder/index.md", z.toJSONSchema(heads.page)],
  ["src/content/", z.toJSONSchema(heads.page)],
  ["src/content/en/", z.toJSONSchema(heads.page)],
];

for (const [file, schema] of models) {
  test(`the form of ${file} has every field of the model, each with its name and hint in words, and no other`, () => {
    const widgets = [...widgetFields(forms.get(file))];
    const paths = new Set(widgets.map(([path]) => path));
    paths.delete("/body");
    paths.delete(`/pictures/${PICTURE_FILE}`);
    assert.deepEqual([...paths].sort(), [...new Set(schemaFields(schema))].sort());
    for (const [path, { label, hint, name }] of widgets) {
      assert.match(label, /^\p{Lu}\p{L}/u, path);
      assert.notEqual(label, name, path);
      assert.ok(typeof hint === "string" && hint.length > 10, path);
      assert.doesNotMatch(String(hint), /\b(?:null|true|false)\b/, path);
    }
  });
}

test("choices are the model's, references are looked up in their registers, and a register's form says what must be there", () => {
  const pictures = new Map(widgetFields(forms.get("_data/pictures.json")));
  assert.deepEqual(pictures.get("/pictures/standIn/drawing")?.options, ["crowd", "handover"]);
  assert.deepEqual(pictures.get("/pictures/people")?.value_field, "people.*.id");
  assert.equal(pictures.get("/pictures/people")?.multiple, true);
  const editions = new Map(widgetFields(forms.get("_data/editions.json")));
  assert.equal(editions.get("/editions/winner")?.file, "organisations");
  assert.equal(editions.get("/editions/winner")?.required, false);
  assert.equal(editions.get("/editions/awarded")?.required, true);
  assert.equal(editions.get("/editions/sources")?.min, 1);
  const project = new Map(widgetFields(forms.get("src/content/2017/")));
  assert.equal(project.get("/drawing/lanes")?.file, "figures");
  assert.equal(project.get("/summary")?.required, false, "a draft may be saved half-finished");
  assert.match(String(project.get("/summary")?.hint), /Må være med når siden blir publisert/);
});

test("every content and data file has a form", () => {
  const missing = files.filter(
    (file) => !forms.has(file) && !forms.has(file.slice(0, file.lastIndexOf("/") + 1)),
  );
  assert.deepEqual(missing, []);
});

for (const file of files) {
  test(`${file} opened and saved without a change keeps every byte`, async () => {
    const text = textOf(file);
    const form = readForm(file, await toForm(SAMPLE, file, text));
    assert.deepEqual([...((await changesOf(SAMPLE, file, form)) ?? [])], [[file, text]]);
  });
}

test("a changed field changes its own lines and no others", async () => {
  const page = "src/content/2017/index.md";
  const text = textOf(page);
  const form = {
    ...record(readForm(page, await toForm(SAMPLE, page, text))),
    title: "Ny tittel",
    publishAt: "",
  };
  const changed = String((await changesOf(SAMPLE, page, form))?.get(page));
  assert.equal(changed, text.replace(/^title: .*$/m, "title: Ny tittel"));
  const register = "_data/people.json";
  const before = textOf(register);
  const { people } = z
    .object({ people: z.array(z.record(z.string(), z.unknown())) })
    .parse(readForm(register, await toForm(SAMPLE, register, before)));
  const renamed = people.map((row) =>
    row.id === "lars-bjerke" ? { ...row, name: "Lars  Bjerke\n", role: "" } : row,
  );
  const after = String((await changesOf(SAMPLE, register, { people: renamed }))?.get(register));
  assert.equal(
    after,
    before.replace('"role": "rådmann"', '"role": null').replace("Lars Bjerke", "Lars  Bjerke"),
  );
});

test("a new row is written as the rows beside it: on one line in the list of words", async () => {
  const file = "_data/terms.json";
  const text = textOf(file);
  const { terms } = z.object({ terms: z.array(z.unknown()) }).parse(JSON.parse(text));
  const row = { term: "kommunedirektør", reason: "Tittelen som noen kommuner bruker." };
  const changed = String((await changesOf(SAMPLE, file, { terms: [...terms, row] }))?.get(file));
  assert.equal(
    changed,
    text.replace(
      / }\n {2}\]/,
      ' },\n    { "term": "kommunedirektør", "reason": "Tittelen som noen kommuner bruker." }\n  ]',
    ),
  );
});

test("fields that are missing together are said by the names that the form shows", () => {
  const file = "src/content/2017/losningsjakten.md";
  const message = "Feltene «summary», «order» og «figures» mangler.";
  const problem = {
    file,
    line: 2,
    column: 1,
    rule: "missing-key",
    severity: "error",
    message,
    edits: [],
  } as const;
  assert.equal(
    atField(problem, textOf(file)).message,
    "Feltene «Sammendrag», «Plass i rekken» og «Nøkkeltall» mangler.",
  );
});

function record(value: unknown): object {
  assert.ok(typeof value === "object" && value !== null);
  return value;
}
