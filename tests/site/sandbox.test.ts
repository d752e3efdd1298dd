import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { copyProject, type Project } from "../support/site.ts";

/** Code of ours that has been taken over: what it tries, in the process that reads content and makes pages. */
const attempts = {
  "write into dist": 'fs.writeFileSync("dist/canary", "")',
  "write into the content": 'fs.writeFileSync("src/content/canary.md", "")',
  "write into the compiled code": 'fs.writeFileSync(".cache/code/canary", "")',
  "write into the lock": 'fs.writeFileSync(".cache/dist-build.lock", "")',
  "write beside the project": 'fs.writeFileSync("../canary", "")',
  "write into the packages": 'fs.writeFileSync("node_modules/canary", "")',
  "read another's files": 'fs.readFileSync("/etc/passwd")',
  "list another's files": 'fs.readdirSync("/")',
  "link out": 'fs.symlinkSync("/etc", ".cache/made/canary")',
  "run a program": 'childProcess.execFileSync("true")',
  "start a thread": 'new threads.Worker("", { eval: true })',
};

function edit(project: Project, file: string, from: string, to: string): void {
  const path = join(project.root, file);
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${file} has no «${from}»`);
  writeFileSync(path, text.replace(from, to));
}

test("the process that makes the site can write the site and the cache, and do nothing else", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const tries = Object.entries(attempts).map(
    ([name, code]) => `try { ${code}; console.log("CANARY ${name}"); } catch (error) { denied(error); }`,
  );
  edit(
    project,
    ".eleventy.ts",
    "export default function",
    [
      'import fs from "node:fs";',
      'import childProcess from "node:child_process";',
      'import threads from "node:worker_threads";',
      'const denied = (error) => console.log("DENIED", error.code);',
      ...tries,
      "export default function",
    ].join("\n"),
  );
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  assert.doesNotMatch(output, /CANARY/);
  assert.equal(output.match(/^DENIED ERR_ACCESS_DENIED$/gm)?.length, Object.keys(attempts).length, output);
  for (const path of ["dist/canary", "src/content/canary.md", ".cache/code/canary", "../canary"])
    assert.ok(!existsSync(join(project.root, path)));
});

/** Makes the minifier do something else when it comes to one page, «/om-prisen/». */
function plant(project: Project, code: string): void {
  const begin = "export function minifyPage(html: string): string | Promise<string> {";
  edit(
    project,
    "src/build/output/minify.ts",
    begin,
    `const held: object[] = [];\n${begin}\nif (html.includes("Gjennomsnittsalder")) { ${code} }`,
  );
  appendFileSync(join(project.root, "src/content/om-prisen.md"), "\nGjennomsnittsalder.\n");
}

test("a step that never ends is stopped, and named with the page that it was at", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  edit(project, "src/build/sandbox/watch.ts", "const STEP_LIMIT = 30;", "const STEP_LIMIT = 8;");
  plant(project, "for (;;) {}");
  const { code, output } = project.run("build");
  assert.equal(code, 3, output);
  assert.match(
    output,
    /^Byggingen hang og ble stanset: «minifiserer \/om-prisen\/» ble ikke ferdig på 8 s\. Den forrige/m,
  );
  assert.ok(!existsSync(join(project.root, ".cache/dist-build.lock")));
});

test("a build that is stopped for longer than a step may take, and then goes on, is no build that hangs", async (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  edit(project, "src/build/sandbox/watch.ts", "const STEP_LIMIT = 30;", "const STEP_LIMIT = 6;");
  // However fast the machine is, the build is not done before it is stopped.
  plant(project, "for (const end = Date.now() + 4000; Date.now() < end; ) {}");
  const build = spawn(process.execPath, ["src/build/cli/run.cjs", "build"], {
    cwd: project.root,
    detached: true,
    stdio: "ignore",
  });
  const ended = once(build, "exit");
  const toAll = (signal: NodeJS.Signals) => process.kill(-Number(build.pid), signal);
  // Now the watched process is there.
  while (!existsSync(join(project.root, ".cache/dist-builds/deploy"))) await setTimeout(5);
  await setTimeout(500);
  toAll("SIGSTOP");
  await setTimeout(9000);
  toAll("SIGCONT");
  assert.deepEqual(await ended, [0, null]);
});

for (const [what, code, step] of [
  ["fills the heap", "for (;;) held.push({ n: held.length });", /«minifiserer \/om-prisen\/»/],
  [
    "holds too much outside of it",
    "held.push(Buffer.alloc(6e8, 1));",
    /«(?:minifiserer|skriver|rydder|gjør) .*»/,
  ],
] as const) {
  test(`a build that ${what} is stopped in a line that names the step, and leaves no lock`, (t) => {
    const project = copyProject();
    t.after(() => project.remove());
    edit(project, "src/build/output/memory.ts", "MOST_HEAP = 700", "MOST_HEAP = 200");
    edit(project, "src/build/output/memory.ts", "MOST_MEMORY = 1350", "MOST_MEMORY = 600");
    plant(project, code);
    const { code: exit, output } = project.run("build");
    assert.equal(exit, 3, output);
    assert.match(
      output,
      /^Byggingen brukte for mye minne og ble stanset under «.*Den forrige byggingen står/m,
    );
    assert.match(output, step);
    assert.doesNotMatch(output, /Last few GCs|stack trace|0x/);
    assert.ok(!existsSync(join(project.root, ".cache/dist-build.lock")));
  });
}
