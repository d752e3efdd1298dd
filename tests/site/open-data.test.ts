import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import { editionsCsv } from "../../src/build/exports/csv.ts";
import { OpenData } from "../../src/model/open-data.ts";
import { builtSite } from "../support/site.ts";
import { makeEdition } from "../unit/support/samples.ts";

test("a cell is quoted where it has to be, and what begins as a formula is text to a spreadsheet", () => {
  for (const [text, cell] of [
    ["Fremtidens kommuner", "Fremtidens kommuner"],
    ["Oslo, Arendal", '"Oslo, Arendal"'],
    ['«a» "b"', '"«a» ""b"""'],
    ["to\nlinjer", '"to\nlinjer"'],
    ["=1+1", "'=1+1"],
    ["+47", "'+47"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
  ] as const) {
    const csv = editionsCsv({ editions: [makeEdition({ conference: text })] });
    assert.ok(csv.includes(`,Paul Chaffey,${cell},,https:`), csv);
  }
});

describe("the open data of the built site", () => {
  const read = (path: string) => readFileSync(join(builtSite().dist, path), "utf8");
  const json = (path: string): unknown => JSON.parse(read(path));
  const data = () => OpenData.parse(json("data/innovasjonsprisen.json"));

  test("fits the JSON Schema beside it, which refuses what is not so", () => {
    const schema = json("data/innovasjonsprisen.schema.json");
    assert.ok(typeof schema === "object" && schema !== null);
    assert.equal(data().$schema, Object.entries(schema).find(([key]) => key === "$id")?.[1]);
    const fits = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);
    assert.ok(fits(json("data/innovasjonsprisen.json")), JSON.stringify(fits.errors));
    for (const change of [{ editions: [{}] }, { updated: "i går" }, { extra: 1 }, { people: null }])
      assert.equal(fits({ ...data(), ...change }), false, JSON.stringify(change));
  });

  test("holds the registers' facts, neither more nor less, and refers only to what it has", () => {
    const { editions, figures, people, organisations, sources, projects, milestones } = data();
    const register = (name: string): unknown =>
      JSON.parse(readFileSync(join(builtSite().root, `_data/${name}.json`), "utf8"));
    for (const [name, rows] of Object.entries({
      editions,
      figures,
      people,
      organisations,
      sources,
      milestones,
    })) {
      const awarded = (_: string, value: unknown) => (value === "award" ? "2017-06-15" : value);
      const file = JSON.stringify(register(name === "milestones" ? "timeline" : name));
      assert.deepEqual({ [name]: rows }, JSON.parse(file, awarded));
    }
    assert.deepEqual(data().prize, register("prize"));
    assert.deepEqual(
      projects.map(({ id }) => id),
      ["holmen-svommehall", "asker-velferdslab", "losningsjakten"],
    );
    const known = new Set([...figures, ...people, ...organisations, ...sources].map(({ id }) => id));
    const used = [
      ...editions.flatMap(({ winner, finalists, presenter, juryLeader, sources }) => [
        winner,
        ...finalists,
        presenter,
        juryLeader,
        ...sources,
      ]),
      ...[...figures, ...milestones].map(({ source }) => source),
      ...people.map(({ organisation }) => organisation),
      ...projects.flatMap(({ figures }) => figures),
    ];
    for (const id of used) assert.ok(id === null || known.has(id), String(id));
  });

  test("has the editions as a table by RFC 4180, with empty cells for what is not documented", () => {
    const text = read("data/utgaver.csv");
    assert.doesNotMatch(text, /^\uFEFF|[^\r]\n|\r[^\n]/);
    const rows: unknown = parseCsv(text, { columns: true, relax_column_count: false });
    assert.ok(Array.isArray(rows));
    assert.equal(rows.length, data().editions.length);
    const { organisations, people, sources } = data();
    const name = new Map([...organisations, ...people].map(({ id, name }) => [id, name]));
    const urls = new Map(sources.map(({ id, url }) => [id, url]));
    data().editions.forEach((edition, index) => {
      const row = rows[index];
      assert.equal(row.year, String(edition.year));
      assert.equal(row.winner, name.get(edition.winner ?? "") ?? "");
      assert.equal(row.presenter, name.get(edition.presenter ?? "") ?? "");
      assert.equal(row.juryLeader, name.get(edition.juryLeader ?? "") ?? "");
      assert.equal(row.sources, edition.sources.map((id) => urls.get(id)).join("; "));
      assert.equal(row.applicants, String(edition.applicants ?? ""));
      assert.equal(row.projects, String(edition.projects ?? ""));
      assert.equal(row.awarded, edition.awarded);
      assert.equal(row.conference, edition.conference ?? "");
      assert.equal(row.finalists.split("; ").filter(Boolean).length, edition.finalists.length);
    });
    const documented = rows.find(({ year }) => year === "2016");
    assert.deepEqual([documented.winner, documented.presenter, documented.finalists], ["", "", ""]);
  });

  test("is explained on a page of its own: every file, every field and the licence, in no frame that scrolls", () => {
    const page = read("data/index.html");
    for (const path of ["innovasjonsprisen.json", "innovasjonsprisen.schema.json", "utgaver.csv"])
      assert.ok(page.includes(`href="/data/${path}"`), path);
    const rows = [data().editions, data().figures, data().people, data().projects, data().sources];
    const fields = [data().prize, ...rows.map(([first]) => first)].flatMap((row) => Object.keys(row ?? {}));
    for (const field of fields) assert.match(page, new RegExp(`<code>${field}</code></dt><dd>\\S`), field);
    assert.ok(page.includes(`href="${data().licence}"`));
    assert.ok(!page.includes("tabindex"));
    assert.match(read("om-prisen/index.html"), /<a href="\/data\/">Åpne data<\/a>/);
  });
});
