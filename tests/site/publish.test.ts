import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { copyProject, digestOf, filesBelow, type Project } from "../support/site.ts";

let project: Project;
const path = (name: string) => join(project.root, name);
const text = (name: string) => readFileSync(path(name), "utf8");

before(() => {
  project = copyProject();
  assert.equal(project.run("build").code, 0);
});
after(() => project.remove());

/** Changes a page, so that there is something to build, starts a build, and gives it when it holds the lock. */
async function startBuild() {
  appendFileSync(path("src/content/om-prisen.md"), "\nDette avsnittet er nytt.\n");
  const build = spawn(process.execPath, ["src/build/cli/run.cjs", "build"], { cwd: project.root });
  const ended = new Promise<number | null>((resolve) => build.once("exit", (code) => resolve(code)));
  while (!existsSync(path(".cache/dist-build.lock"))) await setTimeout(5);
  return { build, ended };
}

test("a second build at the same time says so and ends with 3, and the first one is not disturbed", async () => {
  const { build, ended } = await startBuild();
  // However busy the machine is, the first one has not ended.
  build.kill("SIGSTOP");
  const second = project.run("build");
  build.kill("SIGCONT");
  assert.equal(second.code, 3);
  assert.match(second.output, new RegExp(`^En annen bygging er i gang \\(prosess ${build.pid}\\)`, "m"));
  assert.equal(await ended, 0);
  assert.ok(!existsSync(path(".cache/dist-build.lock")));
});

test("the lock of a killed build is recognised, and the next build cleans up after it", async () => {
  const { build, ended } = await startBuild();
  build.kill("SIGKILL");
  await ended;
  assert.ok(existsSync(path(".cache/dist-build.lock")));
  assert.equal(project.run("build").code, 0);
  assert.equal(readdirSync(path(".cache/dist-builds")).length, 1);
  assert.ok(!existsSync(path(".cache/dist-build.lock")));
});

test("what is left in the folder that is built in stays out of the site, and the site that is served is not written into", () => {
  appendFileSync(path("src/content/om-prisen.md"), "\nDette avsnittet er nytt.\n");
  assert.equal(project.run("build").code, 0);
  // Now the folder holds the site before this one, whose files the cache and the site share.
  mkdirSync(path(".cache/dist-builds/site/fremmed/mappe"), { recursive: true });
  writeFileSync(path(".cache/dist-builds/site/fremmed/mappe/index.html"), "<p>Fremmed");
  rmSync(path(".cache/dist-builds/site/2017/index.html"));
  writeFileSync(path(".cache/dist-builds/site/2017/index.html"), "<p>Fremmed");
  renameSync(path("dist"), path("before"));
  cpSync(path("before"), path("kept"), { recursive: true });
  appendFileSync(path("src/content/om-prisen.md"), "\nOg dette er nyere.\n");
  assert.equal(project.run("build").code, 0);
  assert.equal(digestOf(path("before")), digestOf(path("kept")));
  const fresh = copyProject();
  cpSync(path("src/content"), join(fresh.root, "src/content"), { recursive: true });
  assert.equal(fresh.run("build").code, 0);
  assert.equal(digestOf(path("dist")), digestOf(join(fresh.root, "dist")));
  assert.deepEqual(foldersBelow(path("dist")), foldersBelow(join(fresh.root, "dist")));
  fresh.remove();
});

function foldersBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

test("a lock is not believed when its process number belongs to another process now, or when it says nothing", () => {
  for (const lock of [`{"pid":${process.pid},"started":"another boot 1","id":"a"}`, "{"]) {
    writeFileSync(path(".cache/dist-build.lock"), lock);
    assert.equal(project.run("build").code, 0, lock);
  }
});

test("a lock that cannot be read is told in a line, and not waited for", () => {
  mkdirSync(path(".cache/dist-build.lock"));
  const { code, output } = project.run("build");
  assert.equal(code, 3, output);
  assert.match(output, /^Her ligger en mappe der det skulle være en fil\. Flytt den .*: EISDIR\.$/m);
  rmSync(path(".cache/dist-build.lock"), { recursive: true });
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} leaves no lock, and the old site as it was`, async () => {
    writeFileSync(path("dist/robots.txt"), "den gamle\n");
    const { build, ended } = await startBuild();
    build.kill(signal);
    assert.equal(await ended, 3);
    assert.ok(!existsSync(path(".cache/dist-build.lock")));
    assert.equal(text("dist/robots.txt"), "den gamle\n");
  });
}

/** A system whose own calls cannot be asked; there the build is killed before the second rename, or that is refused. */
const WITHOUT_EXCHANGE = `
const { dlopen } = process;
process.dlopen = (module, file, ...rest) => {
  if (/koffi/.test(file)) throw new Error("not for this system");
  return dlopen(module, file, ...rest);
};
const fs = require("node:fs/promises");
const { rename } = fs;
fs.rename = async (from, to) => {
  const isSecond = to === "dist" && !from.endsWith("set-aside");
  if (isSecond && process.env.FATE === "killed") process.kill(process.pid, "SIGKILL");
  if (isSecond && process.env.FATE === "refused") throw Object.assign(new Error("EIO: i/o error, rename"), { code: "EIO" });
  return rename(from, to);
};
require("node:module").syncBuiltinESMExports();
`;

test("where the system cannot exchange two folders, two renames do it, and the old site is put back when the second fails", () => {
  writeFileSync(path("elsewhere.cjs"), WITHOUT_EXCHANGE);
  const build = (FATE: string) => {
    appendFileSync(path("src/content/om-prisen.md"), "\nDette avsnittet er nytt.\n");
    return project.run("build", [], { NODE_OPTIONS: "--require ./elsewhere.cjs", FATE });
  };
  const old = digestOf(path("dist"));
  assert.equal(build("refused").code, 3);
  assert.equal(digestOf(path("dist")), old);
  assert.equal(build("killed").code, null);
  assert.ok(!existsSync(path("dist")));
  // The next build puts it back before anything else, whatever comes of it.
  const page = text("src/content/om-prisen.md");
  appendFileSync(path("src/content/om-prisen.md"), "\n[lenke](/finnes-ikke/)\n");
  assert.equal(build("").code, 1);
  assert.equal(digestOf(path("dist")), old);
  writeFileSync(path("src/content/om-prisen.md"), page);
  assert.equal(build("").code, 0);
  const made = digestOf(path("dist"));
  rmSync(path("dist"), { recursive: true });
  assert.equal(project.run("build").code, 0);
  assert.equal(digestOf(path("dist")), made);
});

test("files of somebody else's in dist are named and kept, and nothing is replaced", () => {
  mkdirSync(path("dist/mitt"));
  writeFileSync(path("dist/mitt/notat.txt"), "viktig");
  writeFileSync(path("dist/assets/mitt.12345678.png"), "viktig");
  writeFileSync(path("dist/.DS_Store"), "the system's own");
  writeFileSync(path("dist/robots.txt"), "den gamle\n");
  symlinkSync("/etc/hostname", path("dist/lenke"));
  const { code, output } = project.run("build");
  assert.equal(code, 3);
  assert.match(
    output,
    /:\n {2}dist\/assets\/mitt\.12345678\.png\n {2}dist\/lenke\n {2}dist\/mitt\/notat\.txt\nFlytt dem ut av mappen/,
  );
  assert.deepEqual([text("dist/mitt/notat.txt"), text("dist/robots.txt")], ["viktig", "den gamle\n"]);
  for (let number = 0; number < 9; number++) writeFileSync(path(`dist/mitt/${number}.txt`), "viktig");
  assert.match(project.run("build").output, /^ {2}dist\/mitt\/7\.txt\n {2}og 2 til\nFlytt dem ut av mappen/m);
  for (const name of ["mitt", "lenke", "assets/mitt.12345678.png"])
    rmSync(path(`dist/${name}`), { recursive: true });
});

test("a site built before the cache was deleted is known as ours, and a stranger's file still is not", () => {
  rmSync(path(".cache"), { recursive: true });
  assert.equal(project.run("build").code, 0);
  rmSync(path(".cache"), { recursive: true });
  writeFileSync(path("dist/notat.txt"), "viktig");
  const { code, output } = project.run("build");
  assert.deepEqual([code, text("dist/notat.txt")], [3, "viktig"]);
  assert.match(output, /^ {2}dist\/notat\.txt$/m);
});

test("a dist that is a file or a link is told in a line, and stays", () => {
  rmSync(path("dist"), { recursive: true });
  writeFileSync(path("dist"), "viktig");
  const file = project.run("build");
  assert.deepEqual([file.code, text("dist")], [3, "viktig"]);
  assert.match(file.output, /^«dist» er en fil og blir ikke rørt\./m);
  rmSync(path("dist"));
  mkdirSync(path("annet"), { recursive: true });
  symlinkSync("annet", path("dist"));
  const link = project.run("build");
  assert.deepEqual([link.code, filesBelow(path("annet"))], [3, []]);
  assert.match(link.output, /^«dist» er en lenke og blir ikke rørt\./m);
});
