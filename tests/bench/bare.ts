import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { readCount } from "../support/sequence.ts";
import { copyProject, OWN } from "../support/site.ts";
import { type Measure, measure, median } from "./measure.ts";

const USAGE = `npm run bench:bare [-- <rounds>]

Times, in turn, whole builds of the real site with a full cache (nothing changed, and one page's prose changed) and of Eleventy by itself
with five bare pages of Markdown, and gives the medians (of 9 rounds, unless said).

  --help   this text

Ends with 0 when the figures are told, 2 when used wrongly, 3 when a program is missing or a build fails.`;

async function benchmark(rounds: number): Promise<void> {
  const site = copyProject(OWN);
  const bare = mkdtempSync(join(tmpdir(), "innovasjonsprisen-bare-"));
  const command = [process.execPath, "src/build/cli/run.cjs", "build"];
  const eleventy = [process.execPath, resolve("node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"];
  const ways = {
    "the real site, nothing changed": () => measure(command, site.root),
    "the real site, one page's prose changed": () => {
      appendFileSync(join(site.root, "src/content/om-prisen.md"), "\nDet gikk bra.\n");
      return measure(command, site.root);
    },
    "Eleventy, five bare pages": () => measure(eleventy, bare),
  };
  try {
    for (const name of ["a", "b", "c", "d", "e"])
      writeFileSync(join(bare, `${name}.md`), `# Side ${name}\n\nTekst.\n`);
    await measure(command, site.root);
    const measures = new Map<string, Measure[]>();
    for (let round = 0; round < rounds; round++)
      for (const [name, way] of Object.entries(ways))
        measures.set(name, [...(measures.get(name) ?? []), await way()]);
    for (const [name, all] of measures) console.log(`${name}: ${median(all).seconds.toFixed(2)} s`);
  } finally {
    site.remove();
    rmSync(bare, { recursive: true, force: true });
  }
}

await main(
  USAGE,
  {},
  async (_, [rounds = "9"]) => {
    await benchmark(readCount(rounds));
    return EXIT.done;
  },
  { names: true },
);
