import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { Subject } from "../bench/subject.ts";

/** More than a second process is started for. */
const PAGES = 1000;

const COMMAND = [process.execPath, "src/build/cli/run.cjs", "build"];

/** Builds, and gives what tells the site from any other. */
function build({ root }: Subject, command: readonly string[] = COMMAND): string {
  const [file = "", ...args] = command;
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  // On a slow machine it tells how far it is.
  assert.match(stderr, /^(?:Delingsbilder: \d+ av \d+\n)*$/);
  return identityIn(stdout);
}

function identityIn(output: string): string {
  return /kjennetegn: (\w+)/.exec(output)?.[1] ?? "";
}

/** Lets the helping process do all of its share before any other begins. */
function helpOut({ root }: Subject): void {
  spawnSync(process.execPath, ["src/build/cli/run.cjs", "check"], { cwd: root });
  const code = readdirSync(join(root, ".cache/code")).map((state) => join(".cache/code", state));
  const made = spawnSync(process.execPath, [join(code[0] ?? "", "src/build/cli/make.js"), "--helping"], {
    cwd: root,
    encoding: "utf8",
    // Nothing is told of what there is: it looks itself.
    input: "\n",
  });
  assert.deepEqual([made.status, made.stdout, made.stderr], [0, "", ""]);
}

/** The helping processes of a project, as the system tells them. */
const helpers = ({ root }: Subject) =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => unlessGone(() => readlinkSync(`/proc/${name}/cwd`)) === root)
    .filter((name) => unlessGone(() => readFileSync(`/proc/${name}/cmdline`, "utf8"))?.includes("--helping"))
    .map(Number);

function unlessGone<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch {
    return null;
  }
}

const cached = ({ root }: Subject) => unlessGone(() => readdirSync(join(root, ".cache/made"))) ?? [];
const kept = (subject: Subject) => cached(subject).filter((name) => name.endsWith(".html"));
const drawn = (subject: Subject) => cached(subject).filter((name) => name.endsWith(".png"));

describe("a site with many new pages", () => {
  const subjects: Subject[] = [];
  const subject = () => {
    const made = new Subject(PAGES);
    subjects.push(made);
    return made;
  };
  let alone = "";

  before(() => {
    // A process that may use one core only gets no help.
    alone = build(subject(), ["taskset", "-c", "0", ...COMMAND]);
  });
  after(() => {
    for (const made of subjects) made.remove();
  });

  test("is the same whether one process makes it or two", () => {
    assert.equal(build(subject()), alone);
  });

  const moments = {
    // Each process keeps what it has read of an edition; one entry more are the digests of all sources.
    reading: (own: Subject, before: number) => cached(own).length >= before + 3,
    "making pages": (own: Subject) => kept(own).length >= 20,
    "drawing share pictures": (own: Subject) => drawn(own).length >= 20,
  };
  for (const [what, isThere] of Object.entries(moments))
    test(`is the same when the helper is killed in the midst of ${what}`, async () => {
      const own = subject();
      const before = cached(own).length;
      const child = spawn(process.execPath, COMMAND.slice(1), { cwd: own.root });
      const [output, ended] = [text(child.stdout), once(child, "close")];
      while (!isThere(own, before) && child.exitCode === null) await setTimeout(10);
      const [helper] = helpers(own);
      assert.ok(helper !== undefined);
      process.kill(helper, "SIGKILL");
      assert.deepEqual(await ended, [0, null]);
      assert.equal(identityIn(await output), alone);
    });

  test("is helped by what an earlier helper has made, as it lies there", () => {
    const own = subject();
    helpOut(own);
    const times = () =>
      kept(own).map((name) => [name, statSync(join(own.root, ".cache/made", name)).mtimeMs]);
    const made = times();
    assert.ok(made.length > PAGES / 2);
    helpOut(own);
    assert.deepEqual(times(), made);
  });

  test("is the same when a third of what the helper has made was damaged", () => {
    const own = subject();
    helpOut(own);
    const [pages, pictures] = [kept(own), drawn(own)];
    // More than half of the projects, and no other page.
    assert.ok(pages.length > PAGES / 2 && pages.length < 0.75 * PAGES, `${pages.length} pages`);
    assert.ok(pictures.length > 0.45 * PAGES, `${pictures.length} pictures`);
    for (const [index, name] of [...pages, ...pictures].entries())
      if (index % 3 === 0) truncateSync(join(own.root, ".cache/made", name), 100);
    assert.equal(build(own), alone);
  });
});
