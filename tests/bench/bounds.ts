import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { copyProject } from "../support/site.ts";
import { writeCorpus } from "./corpus.ts";
import { kinds } from "./kinds.ts";

const USAGE = `npm run bench:bounds [-- --whole] [-- part of a name]

Adds to the site one page as large as the contract allows (a megabyte of text, lines of 10,000 characters), made of what
is dear to read, and builds it: once for each kind. Tells the processor time that the page adds, and the most memory that the
build's processes held together. Whether the content is taken or refused does not matter. Needs Linux and /usr/bin/time.

  --whole  instead of one page as much as the contract allows in all (60 MB, 12,000 files), of each kind and of ordinary pages
  --help   this text

Exits with 0 when all is within the bounds, 1 when a page adds more than 10 s or a build takes more than 1.5 GB, 2 when used
wrongly.`;

const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1500;
const ORDINARY_PAGES = 10_300;
const LARGE_PAGES = 58;
const SMALL_PAGES = 11_900;

/** One build: seconds of processor time, the most memory of its processes together in megabytes, and what it said. */
interface Measure {
  readonly seconds: number;
  readonly megabytes: number;
  readonly code: number | null;
  readonly said: string;
}

async function build(root: string): Promise<Measure> {
  const run = ["-f", "%U %S", process.execPath, "src/build/cli/run.cjs", "build"];
  const child = spawn("/usr/bin/time", run, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  let [megabytes, stderr] = [0, ""];
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peaksBelow(child.pid ?? 0));
  }, 50);
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  clearInterval(watch);
  const lines = stderr.trimEnd().split("\n");
  const [user = 0, system = 0] = (lines.at(-1) ?? "").split(" ").map(Number);
  return { seconds: user + system, megabytes, code, said: lines.at(-3) ?? "" };
}

/** The most that each process below this one has held so far, added up, in megabytes: no less than they held at one time. */
function peaksBelow(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    const own = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(own?.[1] ?? 0) / 1024 + children.reduce((sum, child) => sum + peaksBelow(Number(child)), 0);
  } catch {
    return 0; // It has ended.
  }
}

function writePage(root: string, name: string, text: string): void {
  const head = `---\ntitle: En ${name}\ndescription: En side som prøver byggingen.\nlead: Bare en prøve.\npublished: 2026-11-24\n---\n\n`;
  writeFileSync(join(root, `src/content/${name}.md`), `${head}${text}\n`);
}

const many = (root: string, count: number, text: string): void => {
  for (let at = 0; at < count; at++) writePage(root, `prove-${at}`, text);
};

/** What is added to the site, by name: one large page, or as much as the contract allows. */
function trialsOf(whole: boolean): Readonly<Record<string, (root: string) => void>> {
  const large = Object.entries(kinds).map(([name, text]): [string, (root: string) => void] => [
    name,
    (root) => many(root, whole ? LARGE_PAGES : 1, text()),
  ]);
  if (!whole) return Object.fromEntries(large);
  return {
    "ordinary pages": (root) => writeCorpus(root, ORDINARY_PAGES),
    "small pages": (root) => many(root, SMALL_PAGES, "Her står det lite."),
    ...Object.fromEntries(large),
  };
}

async function tryAll(whole: boolean, part: string): Promise<number> {
  let outside = 0;
  for (const [name, add] of Object.entries(trialsOf(whole)).filter(([name]) => name.includes(part))) {
    const project = copyProject();
    try {
      // Once for the cache, and once more to know what a change of one small page takes.
      await build(project.root);
      many(project.root, 1, "Her står det lite.");
      const plain = (await build(project.root)).seconds;
      add(project.root);
      const { seconds, megabytes, code, said } = await build(project.root);
      if ((!whole && seconds - plain > MOST_SECONDS) || megabytes > MOST_MEGABYTES) outside++;
      const cells = [
        name.padEnd(20),
        `${(seconds - plain).toFixed(1).padStart(6)} s`,
        `${megabytes.toFixed(0).padStart(6)} MB`,
      ];
      console.log(`${cells.join(" ")}  exit ${code} ${code === 0 ? "" : said.slice(0, 110)}`);
    } finally {
      project.remove();
    }
  }
  console.log(outside === 0 ? "All within the bounds." : `${outside} outside the bounds.`);
  return outside === 0 ? EXIT.done : EXIT.content;
}

await main(
  USAGE,
  { whole: { type: "boolean", default: false } },
  ({ whole }, [part = ""]) => tryAll(whole, part),
  { names: true },
);
