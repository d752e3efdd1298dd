/**
 * Loaded before a program with `--import`: counts its calls of node:fs that change files, and at number CRASH_AT kills
 * the program, or lets the call fail with CRASH_CODE when that is set. A program that ends without having been hit ends with 10.
 */
import sync from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const { CRASH_AT, CRASH_CODE } = process.env;
let calls = 0;

function strike(name) {
  calls++;
  if (calls !== Number(CRASH_AT)) return;
  if (CRASH_CODE === undefined) process.kill(process.pid, "SIGKILL");
  throw Object.assign(new Error(`${CRASH_CODE}: ${name}`), { code: CRASH_CODE, syscall: name });
}

function wrap(holder, name) {
  const real = holder[name];
  holder[name] = async function (...rest) {
    strike(name);
    return real.apply(this, rest);
  };
}

const handle = await fs.open(".");
wrap(Object.getPrototypeOf(handle), "sync");
await handle.close();
for (const name of ["open", "writeFile", "mkdir", "rename", "link", "rm"]) wrap(fs, name);
for (const name of [
  "openSync",
  "writeFileSync",
  "mkdirSync",
  "linkSync",
  "unlinkSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
]) {
  const real = sync[name];
  sync[name] = (...rest) => {
    strike(name);
    return real(...rest);
  };
}
syncBuiltinESMExports();
process.on("exit", (code) => {
  if (code === 0 && calls < Number(CRASH_AT)) process.exitCode = 10;
});
