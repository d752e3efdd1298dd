import { spawnSync } from "node:child_process";
import { findBrowser } from "../../support/browser.ts";

const USAGE = `npm run test:edit

Drives npm run edit in a real browser, in a copy of the project: opens and saves every content and data file without a change,
corrects a caption, makes a mistake, uploads a picture, adds a project, schedules and withdraws it. Installs the editor's packages
when they are not there.

  --help   this text

Exits with 0 when all is well, 1 when something failed, 2 when used wrongly, 3 when there is no browser to be had.`;

async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    const help = args[0] === "--help";
    (help ? console.log : console.error)(USAGE);
    return help ? 0 : 2;
  }
  const browser = await findBrowser().catch((error: unknown) => {
    console.error(`No browser to be had: ${error}`);
    return null;
  });
  if (browser === null) return 3;
  const tests = ["--import", "tsx", "--test", "--test-reporter=spec", "tests/editors/browser/tour.ts"];
  return spawnSync(process.execPath, tests, { stdio: "inherit" }).status === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
