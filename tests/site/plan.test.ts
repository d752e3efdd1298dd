import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { firstCaption } from "../support/facts.ts";
import { copyProject, type Project } from "../support/site.ts";

let project: Project;

before(() => {
  project = copyProject();
  assert.equal(project.run("build").code, 0);
  cpSync(join(project.root, "dist/build-manifest.json"), join(project.root, "live.json"));
});
after(() => project.remove());

const plan = (...args: string[]) => project.run("deploy-plan", args);

test("a sentence more in a caption uploads the pages that show it, and nothing else", () => {
  const pictures = join(project.root, "_data/pictures.json");
  const changed = JSON.stringify(`${firstCaption} Alle er stolte.`);
  writeFileSync(pictures, readFileSync(pictures, "utf8").replace(JSON.stringify(firstCaption), changed));
  assert.equal(project.run("build").code, 0);
  const dist = join(project.root, "dist");
  const { files }: { files: { path: string }[] } = JSON.parse(
    readFileSync(join(dist, "build-manifest.json"), "utf8"),
  );
  const touched = files
    .map(({ path }) => path)
    .filter((path) => /\.(?:html|xml|json|txt)$/.test(path))
    .filter((path) => readFileSync(join(dist, path), "utf8").includes("Alle er stolte."));
  const { code, output } = plan("live.json", "dist/build-manifest.json", "--format", "json");
  assert.equal(code, 0, output);
  const { phases }: { phases: { name: string; files: { path: string }[] }[] } = JSON.parse(output);
  const uploaded = phases
    .filter(({ name }) => name !== "manifest")
    .flatMap((phase) => phase.files.map(({ path }) => path));
  assert.deepEqual(uploaded.sort(), touched.sort());
  assert.ok(touched.includes("2017/index.html"));
});

test("the plan in words names each step and each file; as lists, only the steps that have something to do", () => {
  const words = plan("live.json", "dist/build-manifest.json");
  assert.match(words.output, /^4\. Endrede sider \(\d+\)$/m);
  assert.match(words.output, /^ {3}2017\/index\.html$/m);
  assert.match(words.output, /^ {3}https:\/\/innovasjonsprisen\.example\/2017\/$/m);
  mkdirSync(join(project.root, "plan"));
  writeFileSync(join(project.root, "plan/7-delete.txt"), "en eldre plan\n");
  assert.equal(plan("live.json", "dist/build-manifest.json", "--format", "files", "--out", "plan").code, 0);
  assert.match(readFileSync(join(project.root, "plan/4-pages.txt"), "utf8"), /^2017\/index\.html$/m);
  assert.equal(readFileSync(join(project.root, "plan/7-manifest.txt"), "utf8"), "build-manifest.json\n");
  assert.ok(!existsSync(join(project.root, "plan/6-delete.txt")));
});

test("a file that is no manifest, and a plan of nothing, are refused in words", () => {
  // Whose lists would lead a tool out of the site's own folder.
  const hostile = ["../hemmelig", "a/../../hemmelig", "/etc/passwd"].map((path, index) => {
    const name = `fremmed-${index}.json`;
    const file = { path, size: 0, sha256: "0".repeat(64), type: null, class: "policy", encoding: null };
    const manifest = { version: 1, base: "https://innovasjonsprisen.example/", files: [file] };
    writeFileSync(join(project.root, name), JSON.stringify(manifest));
    return name;
  });
  for (const path of ["package.json", "finnes-ikke.json", "dist", ...hostile]) {
    const { code, output } = plan(path);
    assert.equal(code, 2, output);
    assert.ok(
      output.startsWith(`«${path}» finnes ikke, eller er ikke en liste over filene i et bygg`),
      output,
    );
  }
  assert.equal(plan().code, 2);
  assert.equal(plan("live.json", "--format", "files").code, 2);
  assert.equal(plan("live.json", "--format", "json", "--out", "plan").code, 2);
});
