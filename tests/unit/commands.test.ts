import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
/** All but the one that is Biome's own. */
const commands = Object.entries<string>(scripts).filter(([, script]) => script.startsWith("node "));

test("--help is answered with 0 and how to use the command", () => {
  const args = ["src/build/cli/run.cjs", "build", "--help"];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.deepEqual([status, stdout.split(" [")[0]], [0, "npm run build"]);
});

test("what is said to a command without being asked for is refused with 2, in Bokmål", () => {
  for (const [args, told] of [
    [["dist"], "«dist» kan ikke stå her; kommandoen gjelder alltid alt."],
    [["--host"], "«--host <value>» har en verdi for lite eller for mye."],
  ] as const) {
    const command = ["src/build/cli/run.cjs", "build", ...args];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    assert.deepEqual([status, stderr.split("\n")[0]], [2, told]);
  }
});

test("every command refuses an option that it does not know with 2, and tells its use", () => {
  assert.ok(commands.length > 20);
  for (const [name, script] of commands) {
    const args = script.split(" ").slice(1);
    const { status, stderr } = spawnSync(process.execPath, [...args, "--nonesuch"], { encoding: "utf8" });
    assert.equal(status, 2, `${name}: ${stderr}`);
    assert.match(stderr, new RegExp(`--nonesuch[^]*^npm (?:run )?${name}\\b[^]*^ +--help `, "m"), name);
  }
});

test("a Node that is the one that runs, or none, is not taken for another one", () => {
  for (const [path, said] of [
    [process.execPath, /once more/],
    ["", /is no Node/],
    ["/dev/null", /is no Node/],
  ] as const) {
    const args = ["--import", "tsx", "tests/reproduce/run.ts", "--node", path];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.deepEqual([status, said.test(stderr)], [2, true], stderr);
  }
});
