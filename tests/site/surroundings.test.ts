import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import sharp from "sharp";
import { builtSite, copyProject, digestOf } from "../support/site.ts";

const place = mkdtempSync(join(tmpdir(), "innovasjonsprisen-omgivelser-"));
chmodSync(place, 0o755);
after(() => rmSync(place, { recursive: true, force: true }));

/** Loaded into every process of a build: the clock stands at CLOCK, and there is no network. */
const ELSEWHERE = `
const { Socket } = require("node:net");
const dgram = require("node:dgram");
Socket.prototype.connect = dgram.Socket.prototype.send = () => { throw new Error("no network here"); };
const started = performance.now();
const now = () => Date.parse(process.env.CLOCK) + Math.floor(performance.now() - started);
globalThis.Date = class extends Date {
  constructor(...parts) { super(...(parts.length === 0 ? [now()] : parts)); }
  static now() { return now(); }
};
`;

/** The project in a folder of its own choice. */
function projectAt(...folders: readonly string[]): string {
  const parent = join(place, ...folders.slice(0, -1));
  mkdirSync(parent, { recursive: true });
  const root = join(parent, folders.at(-1) ?? "");
  renameSync(copyProject().root, root);
  return root;
}

function build(root: string, env: NodeJS.ProcessEnv = {}, as: { uid?: number; gid?: number } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/build/cli/run.cjs", "build"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
    ...as,
  });
  return { code: status, output: stdout + stderr };
}

for (const [what, folders, clock] of [
  ["below spaces, æøå and signs, in 1970", ["Årets pris (kopi)", "æ, ø & å, 'x' [y]"], "1970-01-01"],
  ["200 folders down, in 2100", Array.from({ length: 200 }, () => "n"), "2100-12-31"],
] as const) {
  test(`the same site is built ${what}, without a network, and without a folder for what is temporary`, () => {
    const root = projectAt(...folders);
    writeFileSync(join(root, "elsewhere.cjs"), ELSEWHERE);
    const env = { NODE_OPTIONS: "--require ./elsewhere.cjs", CLOCK: clock, TMPDIR: join(root, "nowhere") };
    const { code, output } = build(root, env);
    assert.equal(code, 0, output);
    assert.equal(digestOf(join(root, "dist")), digestOf(builtSite().dist));
  });
}

test("the same site is built by another user, in a shallow clone with the lines' ends of Windows", () => {
  const [source, root] = [projectAt("kilde"), join(place, "klone")];
  const git = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync("git", args, { cwd: source, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  };
  writeFileSync(join(source, ".gitignore"), ".cache\ndist\nnode_modules\n");
  git("init", "-q");
  git("add", ".");
  for (const message of ["først", "så"])
    git("-c", "user.name=n", "-c", "user.email=n@example.no", "commit", "-qm", message, "--allow-empty");
  git("clone", "-q", "--depth", "1", "-c", "core.autocrlf=true", `file://${source}`, root);
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  assert.match(readFileSync(join(root, "src/content/om-prisen.md"), "utf8"), /\r\n/);
  const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  for (const name of ["", ...readdirSync(root, { recursive: true, encoding: "utf8" })])
    if (somebody.uid !== undefined) lchownSync(join(root, name), somebody.uid, somebody.gid);
  const { code, output } = build(root, {}, somebody);
  assert.equal(code, 0, output);
  assert.equal(digestOf(join(root, "dist")), digestOf(builtSite().dist));
});

test("a disk that becomes full is told in a line, with exit code 3", () => {
  const root = projectAt("full");
  writeFileSync(
    join(root, "full.cjs"),
    `const fs = require("node:fs");
     const { openSync, writeFileSync } = fs;
     let full;
     fs.openSync = (path, ...rest) => {
       const file = openSync(path, ...rest);
       if (String(path).endsWith("sitemap.xml")) full = file;
       return file;
     };
     fs.writeFileSync = (file, ...rest) => {
       if (file !== full) return writeFileSync(file, ...rest);
       throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
     };
     require("node:module").syncBuiltinESMExports();`,
  );
  const { code, output } = build(root, { NODE_OPTIONS: "--require ./full.cjs" });
  assert.deepEqual([code, output], [3, "Disken er full. Frigjør plass og prøv igjen: ENOSPC.\n"]);
});

test("a folder that may not be written in is told in a line, with exit code 3", () => {
  const root = projectAt("låst");
  rmSync(join(root, ".cache"), { recursive: true, force: true });
  for (const part of ["", "src", "_data", "_includes"]) chmodSync(join(root, part), 0o555);
  // Whoever is root may write everywhere, so that somebody else has to try.
  const { code, output } = build(root, {}, process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {});
  chmodSync(root, 0o755);
  assert.equal(code, 3, output);
  assert.match(output, /EACCES/);
  assert.doesNotMatch(output, /^\s+at /m);
});

test("a folder of content that cannot be listed is told in a line, with exit code 3, and its pages are not left out", () => {
  const root = projectAt("uleselig");
  writeFileSync(
    join(root, "unreadable.cjs"),
    `const fs = require("node:fs");
     const { readdirSync } = fs;
     fs.readdirSync = (path, ...rest) => {
       if (!String(path).endsWith("src/content/en")) return readdirSync(path, ...rest);
       throw Object.assign(new Error("EACCES: permission denied, scandir"), { code: "EACCES", syscall: "scandir" });
     };
     require("node:module").syncBuiltinESMExports();`,
  );
  const { code, output } = build(root, { NODE_OPTIONS: "--require ./unreadable.cjs" });
  assert.deepEqual([code, output], [3, "Brukeren mangler rettigheter her: EACCES.\n"]);
});

test("a folder whose name Eleventy cannot load from is told in a line, with exit code 3", () => {
  const { code, output } = build(projectAt("utgave #1"));
  assert.equal(code, 3, output);
  assert.match(
    output,
    /^Kommandoen kunne ikke starte: Stien til prosjektet har tegnet «#»\. Flytt det .*\n$/,
  );
});

test("a folder of the project that is a link to elsewhere is told in a line, with exit code 3", () => {
  const root = projectAt("lenket");
  for (const folder of ["_data", "src/content", ".cache"]) {
    const elsewhere = join(place, folder.replace("/", "-"));
    mkdirSync(join(root, folder), { recursive: true });
    renameSync(join(root, folder), elsewhere);
    symlinkSync(elsewhere, join(root, folder));
    const { code, output } = build(root);
    assert.equal(code, 3, output);
    assert.match(
      output,
      new RegExp(`^Kommandoen kunne ikke starte: «${folder}» er en lenke eller en fil, og skal være .*\\n$`),
    );
    rmSync(join(root, folder));
    renameSync(elsewhere, join(root, folder));
  }
});

test("a file whose name is not text is told, and not left out", () => {
  const root = projectAt("gammelt navn");
  writeFileSync(Buffer.from(join(root, "src/content/b\xf8ker.md"), "latin1"), "Bøker.\n");
  const { code, output } = build(root);
  assert.equal(code, 1, output);
  assert.match(output, /^src\/content\/b\ufffdker\.md:1:1 feil special-file: /m);
});

test("what systems and editing programs leave beside the sources is none of them", () => {
  const root = projectAt("åpnet");
  assert.equal(build(root).code, 0);
  const systems = [".DS_Store", "._index.md", "2017/Thumbs.db", "2017/desktop.ini"];
  const editors = ["2017/.index.md.swp", "2017/.index.md.swo", "2017/index.md~", "2017/#index.md#"];
  for (const name of [...systems, ...editors]) writeFileSync(join(root, "src/content", name), "---\n");
  symlinkSync("meg@maskinen.1234", join(root, "_data/.#site.json"));
  const { code, output } = build(root);
  assert.equal(code, 0, output);
  assert.match(output, /^Ingenting er endret/m);
  writeFileSync(join(root, "src/content/.skjult.md"), "Hei.\n");
  assert.match(build(root).output, /^src\/content\/\.skjult\.md:1:1 feil /m);
});

test("a build goes on when nobody reads what it says, and its exit code tells how it went", () => {
  const root = projectAt("uten leser");
  const unread = () => {
    const command = `{ '${process.execPath}' src/build/cli/run.cjs build 2>&1; echo $? > code; } | true`;
    spawnSync("sh", ["-c", command], { cwd: root });
    return Number(readFileSync(join(root, "code"), "utf8"));
  };
  assert.equal(unread(), 0);
  const file = join(root, "src/content/om-prisen.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("title:", "draft: true\ntitle:"));
  assert.equal(unread(), 1);
  assert.deepEqual(
    readdirSync(join(root, ".cache")).filter((name) => name.endsWith(".lock")),
    [],
  );
});

test("the code as it was compiled long ago, and what a killed process has begun, is thrown away", () => {
  const root = projectAt("kode");
  const code = join(root, ".cache/code");
  const states = () => readdirSync(code).filter((name) => name !== "gammel" && name !== "gammel.7");
  assert.equal(build(root).code, 0);
  const [first] = states();
  for (const [name, days] of Object.entries({ gammel: 8, "gammel.7": 8, ny: 6 })) {
    mkdirSync(join(code, name), { recursive: true });
    const then = Date.now() / 1000 - days * 86_400;
    utimesSync(join(code, name), then, then);
  }
  utimesSync(join(code, first ?? ""), 0, 0);
  // Each start is noted, so that what is in use is no old code.
  assert.equal(build(root).code, 0);
  writeFileSync(join(root, "src/build/cli/mer.ts"), "export {};\n");
  assert.equal(build(root).code, 0);
  assert.equal(states().length, 3);
  assert.equal(readdirSync(code).length, 3);
});

test("code that another user has compiled is used all the same, and left to that user when it is old", () => {
  const root = projectAt("delt");
  assert.equal(build(root).code, 0);
  const old = join(root, ".cache/code/gammel");
  mkdirSync(old);
  utimesSync(old, 0, 0);
  writeFileSync(
    join(root, "others.cjs"),
    `const fs = require("node:fs");
     const refuse = (code) => { throw Object.assign(new Error(code + ": not permitted"), { code }); };
     const { rmSync } = fs;
     fs.utimesSync = () => refuse("EPERM");
     fs.rmSync = (path, ...rest) => /gammel/.test(path) ? refuse("EACCES") : rmSync(path, ...rest);`,
  );
  const others = { NODE_OPTIONS: "--require ./others.cjs" };
  assert.equal(build(root, others).code, 0);
  writeFileSync(join(root, "src/build/cli/mer.ts"), "export {};\n");
  const { code, output } = build(root, others);
  assert.equal(code, 0, output);
  assert.ok(existsSync(old));
});

test("packages that were installed without those for this machine are told in a line, with exit code 3", async () => {
  const root = projectAt("annen maskin");
  // What opens photographs is asked only when there is one.
  await sharp({ create: { width: 800, height: 600, channels: 3, background: "#0a4a56" } }).toFile(
    join(root, "src/content/2017/bilder/vinnere.jpg"),
  );
  writeFileSync(
    join(root, "elsewhere.cjs"),
    `const { Module } = require("node:module");
     const { _resolveFilename } = Module;
     Module._resolveFilename = (name, ...rest) => {
       if (!/^lightningcss-|lightningcss\\..*node$|@img\\/sharp|@resvg\\/resvg-js-/.test(name) || !name.includes(process.env.WITHOUT))
         return _resolveFilename(name, ...rest);
       throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: "MODULE_NOT_FOUND" });
     };`,
  );
  for (const without of ["lightningcss", "sharp", "resvg"]) {
    rmSync(join(root, ".cache/made"), { recursive: true, force: true });
    const env = { NODE_OPTIONS: "--require ./elsewhere.cjs", WITHOUT: without };
    const { code, output } = build(root, env);
    assert.equal(code, 3, output);
    assert.match(output, /^Pakkene i «node_modules» er ikke hele, .* Kjør «npm ci», og prøv igjen: .*\n$/m);
    assert.doesNotMatch(output, /^\s+at /m);
  }
});

test("a Node that the project is not made for is told in a line, with exit code 3", () => {
  const root = projectAt("gammel");
  const description = join(root, "package.json");
  writeFileSync(description, readFileSync(description, "utf8").replace(/"node": ".*"/, '"node": "^99.1.0"'));
  const { code, output } = build(root);
  assert.deepEqual(
    [code, output],
    [
      3,
      `Node ${process.versions.node} er ikke støttet. Bruk Node 99.1 (minst den utgaven); https://nodejs.org/\n`,
    ],
  );
});
