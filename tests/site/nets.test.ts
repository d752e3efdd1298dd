import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { foreignMarkup } from "../../src/build/checks/page.ts";
import { copyProject } from "../support/site.ts";

/** Builds a copy of the project in which one file of its code was changed, as a mistake of ours would. */
function buildWith(
  file: string,
  change: (code: string) => string,
): { code: number | null; output: string; built: boolean } {
  const project = copyProject();
  try {
    const path = join(project.root, file);
    const code = readFileSync(path, "utf8");
    assert.notEqual(change(code), code, "the change found its place");
    writeFileSync(path, change(code));
    const first = project.run("build");
    // What was refused once is not let through by the cache.
    assert.deepEqual(project.run("build"), first);
    return { ...first, built: existsSync(join(project.root, "dist")) };
  } finally {
    project.remove();
  }
}

test("a page with an element that no page has is not published", () => {
  const { code, output, built } = buildWith("_includes/layouts/PlainLayout.tsx", (text) =>
    text.replace("<Prose", "<iframe src={page.url} /><Prose"),
  );
  assert.equal(code, 1, output);
  assert.match(output, /«om-nettstedet\/index\.html» har <iframe>, som ingen side skal ha\./);
  assert.equal(built, false);
});

test("a file that the build did not mean to write is not published", () => {
  const { code, output, built } = buildWith("src/build/eleventy/assets.ts", (text) =>
    text.replace(
      "emitFile(directories.output, data.fontUrl.slice(1), [font]);",
      'emitFile(directories.output, data.fontUrl.slice(1), [font]); await (await import("node:fs/promises")).writeFile(directories.output + "/smuglet.txt", "");',
    ),
  );
  assert.equal(code, 1, output);
  assert.match(output, /«smuglet\.txt» er en fil som byggingen ikke skulle skrive\./);
  assert.equal(built, false);
});

const page = (body: string, head = "") =>
  `<!doctype html><html lang="nb"><head><title>x</title>${head}</head><body>${body}</body></html>`;

for (const [body, told] of [
  ["<script>1</script>", "<script>"],
  ["<p onclick=x>y</p>", '<p onclick="x">'],
  ["<svg><script>1</script></svg>", "<script>"],
  ["<svg><a xlink:href=javascript:1>x</a></svg>", '<a href="javascript:1">'],
  ["<svg><animate attributename=href /></svg>", "<animate>"],
  ["<math></math>", "<math>"],
  ["<a href=javascript:1>x</a>", '<a href="javascript:1">'],
  ["<a href=' java\nscript:1'>x</a>", '<a href=" java\nscript:1">'],
  ["<a href=//elsewhere.example/>x</a>", '<a href="//elsewhere.example/">'],
  ["<a href=relativ>x</a>", '<a href="relativ">'],
  ["<img src=data:image/png;base64,x alt=x>", '<img src="data:image/png;base64,x">'],
  ["<img srcset='/a.png 1x, javascript:1 2x' alt=x>", '<img srcset="/a.png 1x, javascript:1 2x">'],
  ["<a href=https://a.example/nyheter/a,b-1.html>x</a>", null],
  ["<td style=position:fixed>", null],
  ["<table><tr><td style=position:fixed></table>", '<td style="position:fixed">'],
  ["<table><tr><td style=text-align:right></table>", '<td style="text-align:right">'],
  ["<style>p{}</style>", "<style>"],
  ["<form action=/x></form>", "<form>"],
  ["<base href=/x>", "<base>"],
  ["<template><p>x</p></template>", "<template>"],
  [
    "<p>Sámi: Čáhčesuolu &lt;script&gt;</p><a href=#x>x</a><a href=/2017/>x</a><a href=https://a.example/>x</a>",
    null,
  ],
] as const) {
  test(`the net ${told === null ? "lets through" : "catches"} ${body.replaceAll("\n", "⏎")}`, async () => {
    assert.deepEqual(await foreignMarkup(page(body)), told === null ? [] : [told]);
  });
}

const DATA = "application/ld+json";
for (const [head, told] of [
  [`<script type="${DATA}">{"name":"\\u003c/script>"}</script>`, []],
  [`<script type="${DATA}">{"name":"<!--"}</script>`, ["<script>"]],
  [`<script type="${DATA}">{"name":</script>`, ["<script>"]],
  [`<script type="${DATA}"></script>`, ["<script>"]],
  [`<script type="${DATA}; x">{}</script>`, ["<script>"]],
  [`<script type="module">{}</script>`, ["<script>"]],
  ["<script>{}</script>", ["<script>"]],
  [`<script type="${DATA}" src="/x.js">{}</script>`, [`<script src="/x.js">`, "<script>"]],
] as const) {
  test(`in the head the net ${told.length === 0 ? "lets through" : "catches"} ${head}`, async () => {
    assert.deepEqual(await foreignMarkup(page("", head)), told);
  });
}

test("structured data in the body is caught", async () => {
  assert.deepEqual(await foreignMarkup(page(`<script type="${DATA}">{}</script>`)), ["<script>"]);
});

test("a meta element that steers the browser is caught", async () => {
  assert.deepEqual(await foreignMarkup(page("", "<meta http-equiv=refresh content='0;url=/x'>")), [
    '<meta http-equiv="refresh">',
  ]);
});
