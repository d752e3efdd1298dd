import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import Validator from "@adobe/structured-data-validator";
import { scriptText } from "../../src/build/exports/structured-data/script.ts";
import { fieldOf } from "../../src/build/format/unknown.ts";
import { dataFiles } from "../../src/model/register.ts";
import { builtSite, pagesOf, SAMPLE } from "../support/site.ts";
import { dataOf, nodesBelow } from "../support/structured-data.ts";

/** What a pointer to another node points at. */
function refersTo(pointer: unknown): unknown {
  return fieldOf(pointer, "@id");
}

/** Types graphs by schema.org's vocabulary, as `schema-dts` has it, and names those that do not fit, each with its faults. */
function misfits(folder: string, graphs: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  mkdirSync(folder, { recursive: true });
  const names = [...graphs.keys()];
  names.forEach((name, index) => {
    const graph = JSON.stringify(graphs.get(name));
    const source = `import type { Graph } from "schema-dts";\nexport const graph: Graph = ${graph};\n`;
    writeFileSync(join(folder, `graph-${index}.ts`), source);
  });
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, module: "nodenext", types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  const faults = names.flatMap((name, index) => {
    const lines = stdout.split("\n").filter((line) => line.includes(`graph-${index}.ts(`));
    return lines.length === 0 ? [] : [[name, lines.join("\n")] as const];
  });
  return new Map(faults);
}

describe("the structured data of the built site", () => {
  let graphs: ReadonlyMap<string, unknown>;
  before(() => {
    const pages = [...pagesOf(builtSite().dist)].filter(([url]) => url !== "/404.html");
    graphs = new Map(pages.map(([url, html]) => [url, dataOf(html)]));
  });

  test("is on every page that can be found, and uses schema.org's own types and properties; others are refused", () => {
    assert.ok([...graphs.values()].every((graph) => graph !== null));
    const text = JSON.stringify(graphs.get("/2017/"));
    const misspelt = [
      ['"startDate"', '"startDay"'],
      ['"@type":"NewsArticle"', '"@type":"NewArticle"'],
      ['"jobTitle":', '"jobTitel":'],
    ] as const;
    const wrong = misspelt.map(([right, typo]) => [typo, JSON.parse(text.replaceAll(right, typo))] as const);
    const told = misfits(join(builtSite().root, "schema"), new Map([...graphs, ...wrong]));
    assert.deepEqual(
      [...told.keys()],
      misspelt.map(([, typo]) => typo),
      [...told.values()].join("\n"),
    );
  });

  test("keeps the search engines' rules for each type that has some", async () => {
    for (const [url, graph] of graphs) {
      const nodes = nodesBelow(graph);
      const byType = nodes.map((node) => [
        node["@type"],
        nodes.filter((other) => other["@type"] === node["@type"]),
      ]);
      const issues = await new Validator().validate({ jsonld: Object.fromEntries(byType) });
      assert.deepEqual(
        issues.filter(({ severity }) => severity === "ERROR"),
        [],
        url,
      );
    }
  });

  test("names each thing once on a page, and refers only to things that some page has", () => {
    const known = new Set(
      [...graphs.values()].flatMap((graph) => nodesBelow(graph).map((node) => node["@id"])),
    );
    for (const [url, graph] of graphs) {
      const nodes = nodesBelow(graph);
      const ids = nodes.flatMap((node) => (node["@id"] === undefined ? [] : [node["@id"]]));
      assert.equal(new Set(ids).size, ids.length, url);
      for (const [, id] of JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/g))
        assert.ok(known.has(id), `${url} refers to ${id}`);
    }
  });

  test("tells the way down to each page but the first, step by step", () => {
    for (const [url, graph] of graphs) {
      const above = ["/", "/2017/", "/2017/bilder/"].filter((step) => url !== step && url.startsWith(step));
      const [way] = nodesBelow(graph).filter((node) => node["@type"] === "BreadcrumbList");
      const steps = nodesBelow(way).filter((node) => node["@type"] === "ListItem");
      assert.deepEqual(
        steps.map(({ item, position }) => [position, new URL(String(item)).pathname]),
        url === "/" ? [] : [...above, url].map((step, index) => [index + 1, step]),
      );
    }
  });

  test("ties an edition's article, its projects, its award and its winner together", () => {
    const nodes = [...graphs.values()].flatMap(nodesBelow);
    const ofType = (type: string) => nodes.filter((node) => node["@type"] === type);
    for (const article of ofType("NewsArticle")) {
      const own = ofType("Article").filter((node) => String(node.url).startsWith(String(article.url)));
      assert.ok(own.length > 0);
      for (const project of own) assert.deepEqual(project.isPartOf, { "@id": article["@id"] });
      assert.deepEqual([article.hasPart].flat().map(refersTo).sort(), own.map((node) => node["@id"]).sort());
      const [award] = ofType("Event").filter((node) => node["@id"] === refersTo(article.about));
      assert.ok(ofType("Person").some((node) => node["@id"] === refersTo(award?.contributor)));
      const year = new URL(String(article.url)).pathname.replaceAll("/", "");
      assert.ok(ofType("Organization").some((node) => JSON.stringify(node.award)?.includes(year)));
    }
  });

  test("tells a figure that is a range or has a qualifier as that, and not as a plain number", () => {
    const { figures } = dataFiles.figures.parse(
      JSON.parse(readFileSync(join(SAMPLE, "_data/figures.json"), "utf8")),
    );
    const told = nodesBelow(graphs.get("/data/")).filter((node) => node["@type"] === "PropertyValue");
    assert.deepEqual(
      told.map(({ value, minValue, maxValue }) => value ?? [minValue, maxValue]),
      figures.map(({ value, to }) => (to === null ? value : [value, to])),
    );
    figures.forEach(({ qualifier }, index) => {
      assert.equal(String(told[index]?.description ?? "").startsWith(qualifier ?? "\0"), qualifier !== null);
    });
  });

  test("tells of no photograph that is not there, and of no author or publisher that is not known", () => {
    const nodes = [...graphs.values()].flatMap(nodesBelow);
    const invented = ["author", "publisher", "creator"];
    assert.ok(nodes.every((node) => invented.every((name) => !(name in node))));
    assert.ok(nodes.every((node) => node["@type"] !== "ImageObject"));
    const [award] = nodes.filter(
      (node) => node["@id"] === "https://innovasjonsprisen.example/2017/#utdeling" && "name" in node,
    );
    assert.deepEqual(
      [award?.superEvent, award?.location],
      [{ "@type": "Event", name: "Fremtidens kommuner 2017 – Arendalskonferansen" }, undefined],
      "a conference is no place",
    );
  });
});

test("nothing in the data can end the script element, nor is it taken for markup's references", () => {
  const text = scriptText({
    "@context": "https://schema.org",
    "@graph": [{ "@type": "Thing", name: "</script><!--\u2028\u2029 sy\u00adv\u00a0år &amp; &" }],
  });
  assert.doesNotMatch(text, /[<&\u2028\u2029\u00ad\u00a0]/);
  assert.equal(JSON.parse(text)["@graph"][0].name, "</script><!--\u2028\u2029 syv år &amp; &");
});
