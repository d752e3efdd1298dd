import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { copyProject, filesBelow, type Project } from "../support/site.ts";

const EXPECTED = [
  "2017/asker-velferdslab/index.html",
  "2017/bilder/index.html",
  "2017/bilder/vinnere-av-innovasjonsprisen/index.html",
  "2017/bilder/vinnere/index.html",
  "2017/holmen-svommehall/index.html",
  "2017/index.html",
  "2017/kalender.ics",
  "2017/losningsjakten/index.html",
  "404.html",
  "apple-touch-icon.png",
  "data/index.html",
  "data/innovasjonsprisen.json",
  "data/innovasjonsprisen.schema.json",
  "data/utgaver.csv",
  "en/index.html",
  "favicon.ico",
  "favicon.svg",
  "feed.json",
  "feed.xml",
  "humans.txt",
  "icon-192.png",
  "icon-512.png",
  "index.html",
  "kilder/index.html",
  "manifest.webmanifest",
  "om-nettstedet/index.html",
  "om-prisen/index.html",
  "robots.txt",
  "sitemap.xml",
  "speculation-rules.json",
];

function bytes(project: Project): ReadonlyMap<string, string> {
  const dist = join(project.root, "dist");
  return new Map(filesBelow(dist).map((path) => [path, readFileSync(join(dist, path)).toString("base64")]));
}

/** Makes every text of a project end its lines as Git on Windows may check them out. */
function useWindowsLines(root: string): void {
  for (const folder of ["src", "_includes", "_data"])
    for (const name of filesBelow(join(root, folder)))
      if (/\.(?:md|json|css|tsx?)$/.test(name)) {
        const path = join(root, folder, name);
        writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
      }
}

/** Loaded before a build: folders list their files in the opposite order. */
const REVERSED = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
for (const holder of [fs.promises, fs]) for (const name of holder === fs ? ["readdirSync"] : ["readdir"]) {
  const real = holder[name];
  holder[name] = (...rest) => {
    const names = real(...rest);
    return names instanceof Promise ? names.then((list) => list.reverse()) : names.reverse();
  };
}
syncBuiltinESMExports();
`;

test("a build gives every address, and the same bytes in another folder, time zone, locale and order of files, with other rights and other line ends", (t) => {
  const [east, west] = [copyProject(), copyProject()];
  t.after(() => [east, west].forEach((project) => project.remove()));
  assert.equal(east.run("build", [], { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" }).code, 0);
  useWindowsLines(west.root);
  writeFileSync(join(west.root, "reversed.mjs"), REVERSED);
  const umask = process.umask(0o077);
  const built = west.run("build", [], {
    TZ: "America/Los_Angeles",
    LANG: "C",
    NODE_OPTIONS: "--import ./reversed.mjs",
  });
  process.umask(umask);
  assert.equal(built.code, 0, built.output);
  assert.deepEqual(
    [...bytes(east).keys()].filter((path) => !path.startsWith("assets/") && path !== "build-manifest.json"),
    EXPECTED,
  );
  assert.deepEqual(bytes(east), bytes(west));
});

test("a mistake in the content is told at its place, with exit code 1, and the old site stands", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  assert.equal(project.run("build").code, 0);
  const before = bytes(project);
  const file = join(project.root, "src/content/2017/index.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("title:", "titel:"));
  const { code, output } = project.run("build");
  assert.equal(code, 1);
  assert.match(
    output,
    /^src\/content\/2017\/index\.md:2:1 feil unknown-key: Ukjent felt «titel»\. Mente du «title»\?$/m,
  );
  assert.doesNotMatch(output, /^\s+at /m);
  assert.deepEqual(bytes(project), before);
});

test("the page of a deleted file is gone after the next build", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const page = join(project.root, "src/content/hjelp.md");
  writeFileSync(page, "---\ntitle: Hjelp\ndescription: Hjelp til lesere.\n---\n\nHer er hjelpen.\n");
  assert.equal(project.run("build").code, 0);
  assert.ok(existsSync(join(project.root, "dist/hjelp/index.html")));
  rmSync(page);
  assert.equal(project.run("build").code, 0);
  assert.ok(!existsSync(join(project.root, "dist/hjelp")));
});
