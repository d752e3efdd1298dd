import assert from "node:assert/strict";
import { test } from "node:test";
import { parseProse } from "../../../src/build/markdown/render.ts";
import { named, text, values } from "../support/html.ts";
import { faults, html } from "../support/prose.ts";

test("A heading has an id made of its words, and the page's list of headings the same", () => {
  const cases = [
    ["## Prisen på Østlandet", "prisen-pa-ostlandet", "Prisen på Østlandet"],
    ["## *Blikk* for `alt`", "blikk-for-alt", "Blikk for alt"],
    ["## Se [hallen](/hall/)", "se-hallen", "Se hallen"],
    ["## Vunnet[@difi]", "vunnet", "Vunnet"],
    ["## …", "del", "…"],
    ["Understreket\n---", "understreket", "Understreket"],
    ["### kommunal\u00adt", "kommunalt", "kommunalt"],
  ] as const;
  for (const [body, id, words] of cases) {
    assert.deepEqual(values(html(body), "id"), [id]);
    assert.deepEqual(
      parseProse(body, "nb").headings.map((heading) => [heading.id, heading.text]),
      [[id, words]],
    );
  }
});

test("Two headings with the same words get ids of their own", () => {
  assert.deepEqual(values(html("## Mål\n\n## Mål\n\n### Mål"), "id"), ["mal", "mal-2", "mal-3"]);
});

test("A heading that ends in a number does not take another heading's id", () => {
  const ids = values(html("## Mål\n\n## Mål\n\n## Mål 2\n\n## Mål"), "id");
  assert.equal(new Set(ids).size, 4, ids.join(" "));
});

test("Long words in headings can break on a narrow screen; in the list of headings they stand whole", () => {
  const body = "## Kommunal- og moderniseringsdepartementet";
  const [heading] = named(html(body), "h2");
  assert.ok(heading);
  assert.match(
    text(heading),
    /mo\u00adder\u00adni\u00adse\u00adrings\u00adde\u00adpar\u00adte\u00admen\u00adtet/,
  );
  assert.deepEqual(values(html(body), "id"), ["kommunal-og-moderniseringsdepartementet"]);
  assert.doesNotMatch(JSON.stringify(parseProse(body, "nb").headings), /\u00ad/);
});

test("Running text has soft hyphens in its longest compounds alone", () => {
  assert.match(html("Kommunal- og moderniseringsdepartementet"), /moderniserings\u00addepartementet/);
  assert.doesNotMatch(html("Kommunestyret i Asker vedtok en temaplan."), /\u00ad/);
});

test("A second main heading is told at its line, with what to write instead", () => {
  assert.deepEqual(faults("Før.\n\n# Prisen"), ["second-h1 2"]);
  assert.deepEqual(faults("Prisen\n==="), ["second-h1 0"]);
  assert.match(parseProse("# Prisen", "nb").faults[0]?.message ?? "", /«## Prisen»/);
});

test("A heading that skips a level is told, with the level it should have", () => {
  const cases = [
    ["### For dypt", ["skipped-heading 0"], "## For dypt"],
    ["## A\n\n#### B", ["skipped-heading 2"], "### B"],
    ["## A\n\n### B\n\n##### C", ["skipped-heading 4"], "#### C"],
  ] as const;
  for (const [body, told, advice] of cases) {
    assert.deepEqual(faults(body), told);
    assert.ok(parseProse(body, "nb").faults[0]?.message.includes(`«${advice}»`));
  }
  for (const body of ["## A\n\n### B\n\n## C", "## A\n\n### B\n\n#### C\n\n## D"]) {
    assert.deepEqual(faults(body), []);
  }
});

test("A paragraph in bold that stands as a heading is told, with the heading to write; a bold sentence is not", () => {
  const cases = [
    ["**Bakgrunn**\n\nAsker vant.", "«## Bakgrunn»"],
    ["Før.\n\n__Mulighetenes «kommune»__\n\n- Asker", "«## Mulighetenes «kommune»»"],
    ["## Prisen\n\n### Juryen\n\n**Bakgrunn**\n\nAsker vant.", "«### Bakgrunn»"],
  ] as const;
  for (const [body, advice] of cases) {
    const [fault, ...more] = parseProse(body, "nb").faults;
    assert.equal(fault?.rule, "bold-heading", body);
    assert.ok(fault.message.includes(advice), fault.message);
    assert.deepEqual(more, []);
  }
  for (const body of [
    "**Asker vant.**\n\nDet var i 2017.",
    "**«Vi er stolte!»**\n\nDet sa ordføreren.",
    "**Asker** vant **prisen**\n\nDet var i 2017.",
    "**Asker** og **Horten**\n\nDet var finalen.",
    "Det var i 2017.\n\n**Asker vant**",
    "::: utsagn lene\n**Vi vant**\n\nTakk.\n:::",
    "- **Asker**\n\n- **Horten**",
  ])
    assert.deepEqual(faults(body), [], body);
});
