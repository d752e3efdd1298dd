import { spawnSync } from "node:child_process";
import { EXIT, main } from "../../../src/build/cli/command.ts";
import { findBrowser } from "../../support/browser.ts";

const USAGE = `npm run test:edit

Drives npm run edit in a real browser, in a copy of the project: opens and saves every content and data file without a change,
corrects a caption, makes a mistake, uploads a picture, adds a project, schedules and withdraws it. Installs the editor's packages
when they are not there.

  --help   this text

Exits with 0 when all is well, 1 when something failed, 2 when used wrongly, 3 when there is no browser to be had.`;

await main(USAGE, {}, async () => {
  const browser = await findBrowser().catch((error: unknown) => {
    console.error(`No browser to be had: ${error}`);
    return null;
  });
  if (browser === null) return EXIT.environment;
  const tests = ["--import", "tsx", "--test", "--test-reporter=spec", "tests/editors/browser/tour.ts"];
  return spawnSync(process.execPath, tests, { stdio: "inherit" }).status === 0 ? EXIT.done : EXIT.content;
});
