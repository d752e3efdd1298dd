import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";

/** The rooms from the top down: each may import only from itself and from the rooms named with it. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  ".eleventy.ts": ["src/build/eleventy"],
  "src/build/cli": [
    "src/build/eleventy",
    "src/build/contract",
    "src/build/output",
    "src/build/hosts",
    "src/build/checks",
    "src/build/sandbox",
    "src/build/preview",
    "src/editors",
    "src/model",
  ],
  "src/editors": [
    "src/build/contract",
    "src/build/markdown",
    "src/build/output",
    "src/build/hosts",
    "src/build/format",
    "src/model",
  ],
  "src/build/sandbox": ["src/build/output"],
  "src/build/preview": ["src/build/output", "src/build/hosts", "src/build/format"],
  "src/build/eleventy": [
    "src/build/contract",
    "src/build/pictures",
    "src/build/output",
    "src/build/hosts",
    "src/build/checks",
    "src/build/exports",
    "src/build/format",
    "src/model",
  ],
  "src/build/contract": [
    "src/build/markdown",
    "src/build/pictures",
    "src/build/output",
    "src/build/format",
    "src/model",
  ],
  "src/build/pictures": ["src/build/output", "src/build/format", "src/strings", "src/model"],
  "src/build/markdown": ["src/build/format", "src/strings", "src/model"],
  "src/build/output": ["src/build/format", "src/model"],
  "src/build/hosts": ["src/build/output", "src/build/format", "src/model"],
  "src/build/checks": ["src/build/output", "src/build/format"],
  "src/build/exports": ["src/build/format", "src/strings", "src/model"],
  "src/build/format": ["src/model"],
  "src/model": [],
  "src/strings": ["src/model"],
  _includes: ["src/build/exports", "src/build/format", "src/strings", "src/model"],
  "src/pages": ["_includes", "src/build/exports", "src/build/format", "src/model"],
};

function filesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  return paths.map((path) => `${folder}/${path}`);
}

function roomOf(file: string): string {
  return Object.keys(arrows).find((room) => file === room || file.startsWith(`${room}/`)) ?? file;
}

test("imports point one way", () => {
  const files = [".eleventy.ts", ...filesIn("src"), ...filesIn("_includes")].filter((file) =>
    /\.tsx?$/.test(file),
  );
  const wrong = files.flatMap((file) => {
    const imports = [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)];
    const targets = imports.map(([, path = ""]) => posix.join(posix.dirname(file), path));
    const allowed = [roomOf(file), ...(arrows[roomOf(file)] ?? [])];
    return targets
      .filter((target) => !allowed.includes(roomOf(target)))
      .map((target) => `${file} imports ${target}`);
  });
  assert.deepEqual(wrong, []);
  assert.ok(files.length > 60);
});

test("no code lies among the content", () => {
  const code = [...filesIn("_data"), ...filesIn("src/content")].filter((file) =>
    /\.[cm]?[jt]sx?$/.test(file),
  );
  assert.deepEqual(code, []);
});
