import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { Subject } from "../bench/subject.ts";
import { copyProject, filesBelow } from "../support/site.ts";
import { compareWithCold } from "../warm/compare.ts";

/** The short form of `npm run warm`. */
test("a build with a cache, damaged or not, makes the same bytes and says the same as a build from nothing", () => {
  const { differences, right } = compareWithCold({ count: 4, seed: 2017 }, () => undefined);
  assert.deepEqual(differences, []);
  assert.ok(right > 0);
});

test("a build throws away what none has used for a month, and keeps what it uses itself", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const made = (name: string) => join(project.root, ".cache/made", name);
  assert.equal(project.run("build").code, 0);
  for (const name of ["old", "newer", "new"]) writeFileSync(made(name), "");
  const names = readdirSync(made("")).filter((name) => name !== "new");
  const unused = Object.fromEntries(names.map((name) => [name, 0]));
  const today = Math.floor(Date.now() / 86_400_000);
  writeFileSync(made("unused-since.json"), JSON.stringify({ ...unused, newer: today - 29 }));
  appendFileSync(join(project.root, "src/content/om-prisen.md"), "\nDet gikk bra.\n");
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  assert.deepEqual(
    ["old", "newer", "new"].filter((name) => existsSync(made(name))),
    ["newer", "new"],
  );
  assert.ok(readdirSync(made("")).filter((name) => name.endsWith(".html")).length > 3);
});

test("a row of a register that an earlier build has read is told with the place where it stands", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  assert.equal(project.run("check").code, 0);
  const page = join(project.root, "src/content/2017/losningsjakten.md");
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace("783 deltakere, og", "738 deltakere, og"));
  const { code, output } = project.run("check");
  const line = /contradicting-number: .*\(_data\/figures\.json:(\d+)\)/.exec(output)?.[1];
  const rows = readFileSync(join(project.root, "_data/figures.json"), "utf8").split("\n");
  assert.deepEqual([code, rows[Number(line) - 1]?.trim()], [1, '"value": 783,'], output);
});

test("what an earlier build has told of a page, or of data, is told again, and in the same words", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const append = (file: string, text: string) =>
    appendFileSync(join(project.root, "src/content", file), text);
  const told = () => project.run("check").output;
  append("om-prisen.md", '\nDet var "bra" i dag.\n');
  const sources = join(project.root, "_data/sources.json");
  writeFileSync(sources, readFileSync(sources, "utf8").replace('"taken": "', "$&50% av "));
  const warned = told();
  assert.match(warned, /om-prisen\.md:\d+:9 advarsel straight-quotes/);
  assert.match(warned, /sources\.json:\d+:\d+ advarsel percent/);
  assert.equal(told(), warned);
  append("2017/losningsjakten.md", "\nDet kom 738 deltakere, og <b>alle</b> svarte.\n");
  writeFileSync(sources, readFileSync(sources, "utf8").replace('"taken": ', '"takken": "Noe",\n      $&'));
  append("2017/utkast.md", "---\ntitle: Utkast\ndraft: true\n---\n\nEn tekst.\n");
  const wrong = told();
  assert.equal(told(), wrong);
  for (const rule of [
    "advarsel straight-quotes",
    "feil raw-html",
    "feil contradicting-number",
    "feil unknown-key",
  ])
    assert.ok(wrong.includes(rule), wrong);
  assert.match(wrong, /2017\/utkast\.md:3:1 advarsel missing-key/);
  rmSync(join(project.root, ".cache/made"), { recursive: true });
  assert.equal(told(), wrong);
});

test("of the pages, those that show something of an edit are made again, and no others", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const dist = join(project.root, "dist");
  /** Each page's file, and its bytes: a page that is not made again is the very same file. */
  const pages = () =>
    new Map(
      filesBelow(dist)
        .filter((name) => name.endsWith(".html"))
        .map((name) => {
          const path = join(dist, name);
          return [name, { file: statSync(path).ino, html: readFileSync(path, "utf8") }] as const;
        }),
    );
  assert.equal(project.run("build").code, 0);
  const edit = (file: string, from: string | RegExp, to: string) => {
    const before = pages();
    const path = join(project.root, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(from, to));
    assert.notEqual(readFileSync(path, "utf8"), text, file);
    const { code, output } = project.run("build");
    assert.equal(code, 0, output);
    const after = [...pages()];
    const madeAgain = after.filter(([name, { file }]) => before.get(name)?.file !== file);
    const changed = after.filter(([name, { html }]) => before.get(name)?.html !== html);
    const names = changed.map(([name]) => name);
    assert.deepEqual(
      madeAgain.map(([name]) => name),
      names,
      file,
    );
    return names;
  };
  const page = "src/content/2017/holmen-svommehall.md";
  assert.deepEqual(edit(page, /$/, "\nDet gikk bra.\n"), ["2017/holmen-svommehall/index.html"]);
  assert.ok(edit(page, /^title: (.*)$/m, "title: $1 nå").length > 3);
  edit(page, /^description: >-\n {2}/m, "$&I dag, ");
  edit(page, /^sources:$/m, "$&\n  - regjeringen-2017");
  edit(page, "---\n\n", "changes:\n  - date: 2026-11-25\n    text: Rettet en skrivefeil.\n---\n\n");
  const article = "src/content/2017/index.md";
  edit(article, "---\n\n", "changes:\n  - date: 2026-11-25\n    text: Rettet en skrivefeil.\n---\n\n");
  edit(article, "points:\n  - ", "$&I dag, ");
  edit("_data/pictures.json", /"caption": "/, "$&I dag, ");
  edit("_data/pictures.json", /"alt": "/, "$&I dag, ");
  edit("_data/people.json", '"role": "ordfører"', '"role": "ordforar"');
  edit("_data/timeline.json", /"text": "/, "$&I dag, ");
  assert.deepEqual(edit("_data/prize.json", /"question": "/, "$&I dag: "), ["om-prisen/index.html"]);
  assert.deepEqual(edit("_data/site.json", /"description": "/, "$&I dag: "), []);
});

test("in a folder of more pages than are read together, one that comes or goes makes what a build from nothing makes", (t) => {
  const { root, remove } = new Subject(149);
  t.after(remove);
  const page = (name: string) => join(root, `src/content/2000/${name}.md`);
  const identity = () => {
    const { stdout } = spawnSync(process.execPath, ["src/build/cli/run.cjs", "build"], {
      cwd: root,
      encoding: "utf8",
    });
    return /kjennetegn: (\w+)/.exec(stdout)?.[1];
  };
  identity();
  const first = readFileSync(page("prosjekt-1"), "utf8").replace("order: 1", "order: 149");
  writeFileSync(page("aller-forst"), first.replace("Prosjekt 1 fra", "Aller først i"));
  const came = identity();
  rmSync(page("prosjekt-10"));
  const went = identity();
  for (const part of [".cache/made", "dist"]) rmSync(join(root, part), { recursive: true });
  assert.equal(identity(), went);
  assert.equal(new Set([came, went, undefined]).size, 3);
});

test("an edit that leaves a file's size and time as they were is seen, and so is one at the heels of another", async (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const page = join(project.root, "src/content/om-prisen.md");
  const swap = (from: string, to: string) => {
    const { atime, mtime } = statSync(page);
    writeFileSync(page, readFileSync(page, "utf8").replace(from, to));
    utimesSync(page, atime, mtime);
  };
  const built = () => {
    const { code, output } = project.run("build");
    assert.equal(code, 0, output);
    return readFileSync(join(project.root, "dist/om-prisen/index.html"), "utf8");
  };
  appendFileSync(page, "\nDet gikk bra.\n");
  assert.match(built(), /Det gikk bra\./);
  // Until the disk's clock has moved on, so that the file's digest is taken for settled.
  await setTimeout(2500);
  appendFileSync(join(project.root, "src/content/2017/index.md"), "\nDet også.\n");
  assert.match(built(), /Det gikk bra\./);
  swap("Det gikk bra.", "Det gikk fint");
  assert.match(built(), /Det gikk fint/);
  swap("Det gikk fint", "Det gikk godt");
  assert.match(built(), /Det gikk godt/);
});

test("a source that is saved while a build reads, and put back, is not taken for what stands", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const page = "src/content/om-prisen.md";
  const original = readFileSync(join(project.root, page), "utf8");
  // Saved when the sources have been looked at and are about to be read, and put back when they have been read.
  const build = join(project.root, "src/build/cli/build.ts");
  const code = readFileSync(build, "utf8");
  const hurried = code
    .replace("const inputs = inputsOf(host, now);", (look) => `${look} save(" Det gikk bra.");`)
    .replace("onceTold(() => inputsOf(host, now))", 'onceTold(() => (save(""), inputsOf(host, now)))')
    .concat(`
      import { writeFileSync } from "node:fs";
      function save(more: string): void {
        if (process.env.SAVED !== undefined) writeFileSync("${page}", process.env.SAVED.trimEnd() + more + "\\n");
      }`);
  assert.equal(hurried.split("save(").length, 4, "the changes found their places");
  writeFileSync(build, hurried);
  const html = () => readFileSync(join(project.root, "dist/om-prisen/index.html"), "utf8");
  const { code: ended, output } = project.run("build", [], { SAVED: original });
  assert.equal(ended, 0, output);
  assert.match(html(), /Det gikk bra\./);
  assert.equal(readFileSync(join(project.root, page), "utf8"), original);
  assert.equal(project.run("build").code, 0);
  assert.doesNotMatch(html(), /Det gikk bra\./);
});
