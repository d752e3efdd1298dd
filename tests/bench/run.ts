import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { readCount } from "../support/sequence.ts";
import { type Measure, measure, median, moveAway } from "./measure.ts";
import { setUpRivals } from "./rivals.ts";
import { SITUATIONS, Subject } from "./subject.ts";

const USAGE = `npm run bench [-- --sizes 100,1000,10000] [-- --rounds 3] [-- --write]

Times whole builds of corpora in the site's own model, and beside them the same corpora with Hugo and with Eleventy set up as its
documentation tells, in turn, and gives the medians as a table. Precompression apart, and share pictures in a row of their own.

  --sizes   how many pages (100,1000,10000)
  --rounds  how many times each (3)
  --write   puts the table into docs/fart.md
  --help    this text

Ends with 0 when the figures are told, 2 when used wrongly, 3 when a program is missing or a build fails.`;

const DOCUMENT = "docs/fart.md";

/** The measures of one size, by what was timed. */
type Results = ReadonlyMap<string, Measure>;

async function benchmark(pages: number, rounds: number): Promise<Results> {
  const subject = new Subject(pages);
  const measures = new Map<string, Measure[]>();
  const note = (name: string, result: Measure) => {
    console.error(`${pages} pages, ${name}: ${result.seconds.toFixed(2)} s, ${result.megabytes} MB`);
    measures.set(name, [...(measures.get(name) ?? []), result]);
  };
  try {
    await subject.measure("from nothing");
    const rivals = setUpRivals(subject.root, subject.page(), subject.beside);
    for (let round = 0; round < rounds; round++) {
      for (const situation of SITUATIONS) note(situation, await subject.measure(situation));
      for (const { name, root, command, output } of rivals) {
        moveAway(join(root, output), subject.beside);
        note(name, await measure(command, root));
      }
    }
  } finally {
    subject.remove();
  }
  return new Map([...measures].map(([name, all]) => [name, median(all)]));
}

function table(all: ReadonlyMap<number, Results>): string {
  const sizes = [...all.keys()];
  const names = [...(all.get(sizes[0] ?? 0)?.keys() ?? [])];
  const head = ["", ...sizes.map((size) => `${size.toLocaleString("en")} pages`), "÷ Hugo", "growth"];
  const rows = names.map((name) => {
    const measures = sizes.flatMap((size) => all.get(size)?.get(name) ?? []);
    const cells = measures.map(
      ({ seconds, megabytes }) => `${seconds.toFixed(2)} s${megabytes === null ? "" : `, ${megabytes} MB`}`,
    );
    const ratios = sizes.map((size) => {
      const hugo = all.get(size)?.get("Hugo")?.seconds ?? 0;
      return ((all.get(size)?.get(name)?.seconds ?? 0) / hugo).toFixed(2);
    });
    return [name, ...cells, ratios.join(" / "), growth(sizes, measures)];
  });
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}

/** The exponent with which the time grows between the two largest sizes: 1 is a straight line. */
function growth(sizes: readonly number[], measures: readonly Measure[]): string {
  const [a, b] = measures.slice(-2);
  const [from, to] = sizes.slice(-2);
  if (a === undefined || b === undefined || from === undefined || to === undefined) return "";
  return (Math.log(b.seconds / a.seconds) / Math.log(to / from)).toFixed(2);
}

function machine(): string {
  const [cpu] = cpus();
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  const hugo = /v([\d.]+)/.exec(stdout)?.[1] ?? "";
  const linux = release().split(".").slice(0, 2).join(".");
  return `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${linux}, Node ${process.versions.node}, Hugo ${hugo}`;
}

const OPTIONS = {
  sizes: { type: "string", default: "100,1000,10000" },
  rounds: { type: "string", default: "3" },
  write: { type: "boolean", default: false },
} as const;

await main(USAGE, OPTIONS, async (values) => {
  const [sizes, rounds] = [values.sizes.split(",").map(readCount), readCount(values.rounds)];
  const all = new Map<number, Results>();
  for (const size of sizes) all.set(size, await benchmark(size, rounds));
  const text = `${table(all)}\n\n${machine()}`;
  console.log(text);
  if (values.write) {
    const document = readFileSync(DOCUMENT, "utf8");
    const between = /(?<=<!-- bench -->\n)[\s\S]*(?=\n<!-- \/bench -->)/;
    writeFileSync(DOCUMENT, document.replace(between, text));
  }
  return EXIT.done;
});
