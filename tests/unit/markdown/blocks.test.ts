import assert from "node:assert/strict";
import { test } from "node:test";
import { parseProse, renderProse } from "../../../src/build/markdown/render.ts";
import { assertSameHtml, named, read } from "../support/html.ts";
import { faults, html, setProse } from "../support/prose.ts";
import { makePerson, makePicture } from "../support/samples.ts";

test("Quotation marks become Norwegian, outside code", () => {
  assertSameHtml(
    html('"Blikk for \'gode\' muligheter" er Oslo\'s, `"a"`'),
    "<p>«Blikk for ‘gode’ muligheter» er Oslo’s, <code>&quot;a&quot;</code></p>",
  );
});

test("No other signs are replaced", () => {
  assertSameHtml(html("(c) (r) (tm) +- ... -- ---- ?????"), "<p>(c) (r) (tm) +- ... -- ---- ?????</p>");
});

test("A citation becomes the number that the page gives its source; a space parts it from the next", () => {
  const parsed = parseProse("Asker vant[@difi-2017]. Slik var det[@asker][@ks].", "nb");
  assert.deepEqual(
    parsed.references.map(({ kind, target }) => [kind, target]),
    [
      ["source", "difi-2017"],
      ["source", "asker"],
      ["source", "ks"],
    ],
  );
  const { blocks } = renderProse(parsed, {
    link: (target) => target,
    picture: () => makePicture(),
    person: () => makePerson(),
    citation: (id) => ({ asker: 2, ks: 10 })[id] ?? 7,
  });
  assertSameHtml(
    blocks.map((block) => (block.kind === "html" ? block.html : "")).join(""),
    `<p>Asker vant<sup class="cite"><a href="#kilde-7" aria-label="Kilde 7">7</a></sup>. Slik var
      det<sup class="cite"><a href="#kilde-2" aria-label="Kilde 2">2</a> <a href="#kilde-10" aria-label="Kilde 10">10</a></sup>.</p>`.replace(
      /\s*\n\s*/,
      " ",
    ),
  );
});

test("What only resembles a citation stays words", () => {
  for (const body of ["[@]", "[@Å]", "[ @a]", "\\[@a]", "`[@a]`", "@a"]) {
    assert.deepEqual(parseProse(body, "nb").references, [], body);
  }
});

test("A link is set with the address that it stands for", () => {
  const parsed = parseProse("Se [hallen](holmen-svommehall.md).", "nb");
  const { blocks } = renderProse(parsed, {
    link: (target) => `/2017/${target.replace(".md", "/")}?a="1"&b`,
    picture: () => makePicture(),
    person: () => makePerson(),
    citation: () => 1,
  });
  assert.deepEqual(blocks, [
    { kind: "html", html: '<p>Se <a href="/2017/holmen-svommehall/?a=&quot;1&quot;&amp;b">hallen</a>.</p>' },
  ]);
});

test("A statement stands apart, with the one who said it, and ends at its fence", () => {
  const { blocks } = setProse(
    "Før.\n\n::: utsagn lene\nVi *vant*.\n\nTakk.\n:::\n\nEtter [følger][1].\n\n[1]:\n/mer/",
  );
  assert.deepEqual(blocks, [
    { kind: "html", html: "<p>Før.</p>" },
    {
      kind: "statement",
      html: "<p>Vi <em>vant</em>.</p><p>Takk.</p>",
      speaker: makePerson({ id: "lene" }),
    },
    { kind: "html", html: '<p>Etter <a href="/mer/">følger</a>.</p>' },
  ]);
});

test("A statement ends a list or a paragraph that it follows without an empty line", () => {
  for (const before of ["- en\n- to", "Før."]) {
    const { blocks } = setProse(`${before}\n::: utsagn lene\nVi vant.\n:::`);
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ["html", "statement"],
      before,
    );
  }
});

test("The items of a list without empty lines are no paragraphs", () => {
  assert.equal(html("- en\n- to"), "<ul><li>en</li><li>to</li></ul>");
});

test("A statement that is never ended is told at the line where it begins", () => {
  assert.deepEqual(faults("Før.\n\n::: utsagn lene\nVi vant.\n::\n\nEtter."), ["unclosed-block 2"]);
  assert.deepEqual(faults("::: utsagn lene\nVi vant.\n:::"), []);
});

test("Code that is never ended is told where it begins, for it takes the rest of the page", () => {
  for (const body of [
    "Før.\n\n```\nkode\n\nEtter.",
    "```",
    "~~~\nkode\n```",
    "- en\n\n  ```\n  kode\n\nEtter.",
  ])
    assert.match(faults(body).join(), /^unclosed-block \d$/, body);
  for (const body of [
    "```\nkode\n```\n\nEtter.",
    "~~~\nkode\n~~~~",
    "- en\n\n  ```\n  kode\n  ```",
    "> ```\n> kode\n> ```",
  ])
    assert.deepEqual(faults(body), [], body);
});

test("A statement inside something else is told, or leaves whole HTML on both sides of it", () => {
  for (const body of [
    "- ::: utsagn lene\n  Vi vant.\n  :::",
    "> ::: utsagn lene\n> Vi vant.\n> :::",
    "::: utsagn lene\n\n::: utsagn paul\n\nVi vant.\n\n:::",
  ]) {
    if (faults(body).length > 0) continue;
    for (const block of setProse(body).blocks) {
      const set = block.kind === "picture" ? "" : block.html;
      assert.equal(set.match(/<[a-z]/g)?.length, set.match(/<\//g)?.length, `${body} leaves ${set}`);
    }
  }
});

test("No-break spaces that were typed with a mark are read as spaces; others stay", () => {
  for (const typed of [
    "##~Prisen",
    "-~en\n-~to\n~~-~tre",
    ">~Ja",
    ":::~utsagn~lene\nVi vant.\n:::~",
    "|~a~|~b~|\n|~---~|~---~|\n| 1 | 2 |",
    "![](salen)~\n~\n~Etter.~",
  ]) {
    const withSpaces = setProse(typed.replaceAll("~", " "));
    assert.deepEqual(setProse(typed.replaceAll("~", "\u00a0")).blocks, withSpaces.blocks, typed);
  }
  assert.equal(html("–\u00a0Ja, 15.\u00a0juni."), "<p>–\u00a0Ja, 15.\u00a0juni.</p>");
});

test("A picture alone on its line becomes a figure of the picture it names", () => {
  const { blocks } = setProse("Før.\n\n![](salen)\n\nEtter.");
  assert.deepEqual(blocks, [
    { kind: "html", html: "<p>Før.</p>" },
    { kind: "picture", picture: makePicture({ id: "salen" }) },
    { kind: "html", html: "<p>Etter.</p>" },
  ]);
  assert.deepEqual(faults("![](salen)"), []);
});

test("A picture anywhere else is told", () => {
  const cases = [
    ["Her ![](salen)", 0],
    ["![](salen) her", 0],
    ["![](salen)\n![](scenen)", 0],
    ["Før.\n\n- ![](salen)", 2],
    ["> ![](salen)", 0],
    ["[![](salen)](/kilder/)", 0],
    ["::: utsagn lene\n![](salen)\n:::", 1],
    ["| a |\n|---|\n| ![](salen) |", 2],
  ] as const;
  for (const [body, line] of cases) {
    assert.ok(faults(body).includes(`misplaced-picture ${line}`), `${body} gives ${faults(body)}`);
  }
});

test("A picture in a heading is told", () => {
  assert.deepEqual(faults("## Salen ![](salen)"), ["misplaced-picture 0"]);
});

test("A table scrolls in a frame that has a name and that the keyboard reaches", () => {
  const table = "| a | b |\n|---|---|\n| 1 | 2 |";
  for (const body of [table, `${table}\n\nTekst.\n\n${table}`, `::: utsagn lene\n\n${table}\n\n:::`]) {
    const frames = named(html(body), "section.table-frame");
    assert.equal(frames.length, named(html(body), "table").length);
    assert.ok(frames.length > 0);
    for (const frame of frames) {
      const attributes = Object.fromEntries(frame.attrs.map(({ name, value }) => [name, value]));
      assert.deepEqual(attributes, { class: "table-frame", "aria-label": "Tabell", tabindex: "0" });
      assert.ok(frame.childNodes.some(({ nodeName }) => nodeName === "table"));
    }
  }
  assert.equal(read(html(`Før.\n\n${table}\n\nEtter.`)).childNodes.length, 3);
});

test("A column's alignment is a class, never a style attribute", () => {
  const body = "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |";
  for (const cells of [named(html(body), "th"), named(html(body), "td")]) {
    assert.deepEqual(
      cells.map(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`).join()),
      ["class=align-left", "class=align-center", "class=align-right", ""],
    );
  }
});

test("The words of a page are counted, its headings and tables with them", () => {
  assert.equal(setProse("## To ord\n\nTre ord til[@a].\n\n| a | b |\n|---|---|\n| c | d |").words, 9);
});

test("A mark that is left over is told once, at its own line; one that was meant as a sign is not", () => {
  for (const [body, told] of [
    ["#Overskrift", ["broken-markup 0"]],
    ["!(vinnere)", ["broken-markup 0"]],
    ["Her.\nOg **fet.", ["broken-markup 1"]],
    ["Her.  \nOg **fet.", ["broken-markup 1"]],
    ["En linje\nog en til\n---", ["broken-markup 0"]],
    ["## En\n\n## En\n\n## En", ["repeated-heading 2"]],
    ["Ring \\*kommunen og \\**fet.", []],
    // The address is told, where it is held against the rules for links.
    ["[les](javascript:alert)", []],
  ] as const)
    assert.deepEqual(faults(body), told, body);
});

test("An address that never becomes a link is known by the line where it was meant to be one", () => {
  for (const address of ["javascript:alert", "java&#115;cript:alert"]) {
    const [link] = parseProse(`Før.\n\nHer: [les](${address})`, "nb").references;
    assert.deepEqual([link?.kind, link?.line], ["link", 2], address);
  }
});
