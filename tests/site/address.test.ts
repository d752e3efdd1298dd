import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Subject } from "../bench/subject.ts";
import { copyProject, filesBelow, type Project } from "../support/site.ts";

const TEXT = /\.(?:html|xml|txt|json|webmanifest|ics)$/;
const PLACE = { SITE_URL: "https://kommune.example", PATH_PREFIX: "/fag/prisen" };

let project: Project;
let plain: ReadonlyMap<string, string>;
let moved: ReadonlyMap<string, string>;

function texts(): ReadonlyMap<string, string> {
  const dist = join(project.root, "dist");
  const files = filesBelow(dist).filter((path) => TEXT.test(path));
  return new Map(files.map((path) => [path, readFileSync(join(dist, path), "utf8")]));
}

before(() => {
  project = copyProject();
  assert.equal(project.run("build").code, 0);
  plain = texts();
  const { code, output } = project.run("build", [], PLACE);
  assert.equal(code, 0, output);
  moved = texts();
});
after(() => project.remove());

test("every root-relative address carries the path that the site lies under", () => {
  const strays = [...moved].flatMap(([path, text]) =>
    [...text.matchAll(/(?:(?:href|src|srcset)="|url\(|, |": ?")(\/(?!\/)[^"\s)]*)/g)]
      .filter(([, address = ""]) => !address.startsWith("/fag/prisen/"))
      .map(([, address]) => `${path}: ${address}`),
  );
  assert.deepEqual(strays, []);
});

test("every full address of the site follows SITE_URL and PATH_PREFIX", () => {
  for (const [path, text] of moved) {
    assert.doesNotMatch(text, /innovasjonsprisen\.example/, path);
    assert.doesNotMatch(text, /https:\/\/kommune\.example(?!\/fag\/prisen\/)/, path);
  }
  assert.match(
    moved.get("2017/index.html") ?? "",
    /<link rel="canonical" href="https:\/\/kommune\.example\/fag\/prisen\/2017\/">/,
  );
  assert.match(
    moved.get("robots.txt") ?? "",
    /^Sitemap: https:\/\/kommune\.example\/fag\/prisen\/sitemap\.xml$/m,
  );
});

test("nothing but the addresses differs", () => {
  for (const [path, text] of moved) {
    if (path === "build-manifest.json") continue; // the digests of the others
    const back = text
      .replaceAll("https://kommune.example/fag/prisen/", "https://innovasjonsprisen.example/")
      .replaceAll("/fag/prisen/", "/");
    assert.equal(back, plain.get(path), path);
  }
});

test("a build that sets the path into hundreds of pages says no more than another", () => {
  const large = new Subject(300);
  const command = ["src/build/cli/run.cjs", "build"];
  const env = { ...process.env, ...PLACE };
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: large.root, env, encoding: "utf8" });
  large.remove();
  assert.deepEqual([status, stderr], [0, ""]);
});

for (const [name, value, told] of [
  ["SITE_URL", "kommune.example", /Skriv en full adresse som begynner med https:\/\//],
  ["SITE_URL", "ftp://kommune.example", /full adresse/],
  ["SITE_URL", "https://ola:hemmelig@kommune.example", /uten brukernavn/],
  ["SITE_URL", "https://:hemmelig@kommune.example", /uten brukernavn/],
  ["SITE_URL", "https://kommune.example/?prisen", /Skriv bare «https:\/\/kommune\.example»/],
  ["SITE_URL", "https://kommune.example/#prisen", /Skriv bare «https:\/\/kommune\.example»/],
  [
    "SITE_URL",
    "https://kommune.example/prisen",
    /Skriv bare «https:\/\/kommune\.example»; en sti hører hjemme i PATH_PREFIX/,
  ],
  ["PATH_PREFIX", "prisen", /Skriv stien slik: \/prisen\//],
  ["PATH_PREFIX", "/a/../b/", /Skriv stien slik/],
  ["PATH_PREFIX", "/a//b", /Skriv stien slik/],
  ["PATH_PREFIX", "/æ/", /Skriv stien slik/],
  ["PATH_PREFIX", "https://kommune.example/prisen/", /Skriv stien slik/],
] as const) {
  test(`${name}=${value} is refused with 2`, () => {
    const { code, output } = project.run("build", [], { [name]: value });
    assert.equal(code, 2);
    assert.match(output, told);
    assert.doesNotMatch(output, /^\s+at /m);
  });
}
