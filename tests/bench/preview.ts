import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { startBrowser } from "../support/browser.ts";
import { freePort } from "../support/port.ts";
import { readCount } from "../support/sequence.ts";
import { copyProject, startCommand } from "../support/site.ts";
import { Subject } from "./subject.ts";

const USAGE = `npm run bench:preview [-- --pages 10,10000] [-- --rounds 5]

Edits the prose of a page that is open in a real browser while live preview runs, and times it from the write of the file until
the changed words are in the page. 10 pages are the real site; any other number is a corpus without share pictures.

  --pages   how many pages (10,10000)
  --rounds  how many edits (5)
  --help    this text

Ends with 0 when the figures are told, 2 when used wrongly, 3 when a program is missing or a build fails.`;

/** Nobody saves again at once: the preview gets ready for the next edit meanwhile. In milliseconds, and as much for each thousand pages. */
const THINKING = 3000;

/** Notes in the page itself when words first stand in it: as soon as they are read, whether or not the rest has come. */
const NOTE = `new MutationObserver(() => {
  const found = /for gang nummer (\\d+)/.exec(document.body?.textContent ?? "");
  if (found && window.noted?.[0] !== found[1]) window.noted = [found[1], Date.now()];
}).observe(document, { childList: true, subtree: true });`;

interface Site {
  readonly root: string;
  readonly remove: () => void;
}

/** How long each edit took to be seen, in milliseconds. */
async function benchmark(pages: number, rounds: number): Promise<readonly number[]> {
  const real = pages === 10;
  const site: Site = real ? copyProject() : new Subject(pages);
  const [file, url] = real
    ? ["src/content/2017/holmen-svommehall.md", "/2017/holmen-svommehall/"]
    : ["src/content/2000/prosjekt-1.md", "/2000/prosjekt-1/"];
  const port = await freePort();
  const preview = spawn(process.execPath, startCommand(port), {
    cwd: site.root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await startBrowser();
  try {
    await once(preview.stdout, "data");
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.addInitScript(NOTE);
    await page.goto(`http://localhost:${port}${url}`);
    const path = join(site.root, file);
    const text = readFileSync(path, "utf8");
    const times: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      await setTimeout(THINKING * (1 + pages / 1000));
      times.push(await timeEdit(page, path, text, round));
      console.error(`${pages} pages, edit ${round}: ${times.at(-1)?.toFixed(0)} ms`);
    }
    return times;
  } finally {
    await browser.close();
    const ended = once(preview, "exit");
    preview.kill("SIGINT");
    await ended;
    site.remove();
  }
}

async function timeEdit(page: Page, path: string, text: string, round: number): Promise<number> {
  const begun = Date.now();
  writeFileSync(path, `${text}\nDet gikk bra for gang nummer ${round}.\n`);
  const noted = await page.waitForFunction(`window.noted?.[0] === "${round}" && window.noted[1]`);
  return Number(await noted.jsonValue()) - begun;
}

const OPTIONS = {
  pages: { type: "string", default: "10,10000" },
  rounds: { type: "string", default: "5" },
} as const;

await main(USAGE, OPTIONS, async (values) => {
  const [sizes, rounds] = [values.pages.split(",").map(readCount), readCount(values.rounds)];
  for (const pages of sizes) {
    const times = (await benchmark(pages, rounds)).toSorted((a, b) => a - b);
    const [least, median, most] = [times[0], times[times.length >> 1], times.at(-1)];
    console.log(
      `${pages} pages: ${median?.toFixed(0)} ms (${least?.toFixed(0)} to ${most?.toFixed(0)}) from the saved file to the open page`,
    );
  }
  return EXIT.done;
});
