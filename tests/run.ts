import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { EXIT, main } from "../src/build/cli/command.ts";
import { UsageFault } from "../src/build/output/environment.ts";
import { findBrowser } from "./support/browser.ts";
import { buildSites } from "./support/site.ts";

const USAGE = `npm test [-- <part of a test file's path> ...]

Checks types, style and formatting, then runs every test. With parts of paths, only the tests whose files match.
Finds a browser, or installs one into .cache/browser.

  --help   this text

Exits with 0 when all is well, 1 when something failed, 2 when used wrongly, 3 when there is no browser to be had.`;

function step(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n${name}`);
  return (
    spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0
  );
}

function tryToBuild(): ReturnType<typeof buildSites> | null {
  try {
    return buildSites();
  } catch (error) {
    console.error(error);
    return null;
  }
}

async function testAll(filters: readonly string[]): Promise<number> {
  // The heavy suites keep packages of their own below tests, and packages bring tests along.
  const files = readdirSync("tests", { recursive: true, encoding: "utf8" })
    .map((path) => join("tests", path))
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.includes("node_modules"))
    .filter((path) => filters.length === 0 || filters.some((part) => path.includes(part)))
    .sort();
  if (files.length === 0) throw new UsageFault(`No test file matches ${filters.join(", ")}.`);
  const browser = await findBrowser().catch((error: unknown) => {
    console.error(`No browser to be had: ${error}`);
    return null;
  });
  if (browser === null) return EXIT.environment;
  const checked =
    filters.length > 0 ||
    (step("Types", ["node_modules/typescript/bin/tsc"]) &&
      step("Style", ["node_modules/@biomejs/biome/bin/biome", "ci", "."]));
  if (!checked) return EXIT.content;
  console.log("\nBuild");
  const built = tryToBuild();
  if (built === null) return EXIT.content;
  const tests = ["--import", "tsx", "--test", "--test-reporter=spec", "--test-concurrency=2", ...files];
  const passed = step("Tests", tests, built.env);
  built.remove();
  return passed ? EXIT.done : EXIT.content;
}

await main(USAGE, {}, (_, filters) => testAll(filters), { names: true });
