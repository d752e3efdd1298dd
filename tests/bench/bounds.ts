import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyProject } from "../support/site.ts";

const USAGE = `npm run bench:bounds [-- part of a name]

Adds to the site one page as large as the contract allows (a megabyte of text, lines of 10,000 characters), made of what
is dear to read, and builds it: once for each kind. Tells the processor time that the page adds, and the most memory of any process.
Whether the content is taken or refused does not matter. Needs /usr/bin/time.

  --help   this text

Exits with 1 when a page adds more than 10 s, or a build takes more than 1.5 GB.`;

const LARGEST = 970_000;
const LONGEST_LINE = 9_900;
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1500;

const sentence =
  "Kommunestyret vedtok lokalsamfunnsutviklingsplanen den 8. november, og «alle» fikk være med. ";

/** Lines of what is given, as long as they may be, between empty ones. */
const paragraphs = (part: string): string =>
  repeat(`${part.repeat(Math.floor(LONGEST_LINE / part.length)).trimEnd()}\n\n`);
const repeat = (part: string): string => part.repeat(Math.floor(LARGEST / Buffer.byteLength(part)));

/** What a page's text may be made of, by name. */
const kinds: Readonly<Record<string, () => string>> = {
  sentences: () => paragraphs(sentence),
  "short paragraphs": () => repeat("Og så ett til.\n\n"),
  headings: () => repeat("## Et innskudd om noe\n\nTekst.\n\n"),
  "one long word": () => paragraphs("a"),
  compounds: () => paragraphs("menneskerettighetsorganisasjonssekretærstillingsutlysning "),
  "emphasis left open": () => paragraphs("*a **b "),
  "emphasis closed": () => paragraphs("*a **b** c* "),
  "links left open": () => paragraphs("[a]("),
  "link and text": () => paragraphs("[a] (b) "),
  citations: () => paragraphs("[@a"),
  "blank lines": () => repeat("\n"),
  "lines of spaces": () => repeat(`${" ".repeat(200)}\n`),
  brackets: () => paragraphs("["),
  links: () => paragraphs("[Om prisen](/om-prisen/) og "),
  "dead links": () => paragraphs("[Ingen](/ingen/) og "),
  backticks: () => paragraphs(`${Array.from({ length: 60 }, (_, n) => "`".repeat(n + 1)).join(" ")} `),
  "nested quotes": () => repeat(`${"> ".repeat(60)}a\n`),
  "nested lists": () => repeat(Array.from({ length: 60 }, (_, n) => `${"  ".repeat(n)}- a\n`).join("")),
  "a long list": () => repeat("- Et punkt\n"),
  "a long table": () => `| a | b |\n| - | - |\n${repeat("| en | to |\n")}`,
  "a wide table": () =>
    `${"| a ".repeat(2000)}|\n${"| - ".repeat(2000)}|\n${repeat(`${"| b ".repeat(2000)}|\n`)}`,
  entities: () => paragraphs("&amp;"),
  markup: () => paragraphs("<a href='b'>"),
  "quotation marks": () => paragraphs("«\"'"),
  escapes: () => paragraphs("\\*"),
  addresses: () => paragraphs("https://example.no/a "),
  "soft hyphens": () => paragraphs("a\u00ad"),
  "combining marks": () => paragraphs("a\u030a"),
};

/** One build: seconds of processor time, and the most memory of any of its processes, in megabytes. */
function build(root: string): {
  readonly seconds: number;
  readonly megabytes: number;
  readonly code: number | null;
  readonly said: string;
} {
  const run = ["-f", "%M %U %S", process.execPath, "src/build/cli/run.cjs", "build"];
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 30 } as const;
  const { status, stderr } = spawnSync("/usr/bin/time", run, options);
  const [kilobytes = 0, user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  return {
    seconds: user + system,
    megabytes: kilobytes / 1024,
    code: status,
    said: stderr.split("\n")[0] ?? "",
  };
}

function main(part: string): number {
  const project = copyProject();
  try {
    build(project.root);
    const plain = build(project.root).seconds;
    let outside = 0;
    for (const [name, text] of Object.entries(kinds).filter(([name]) => name.includes(part))) {
      const head =
        "---\ntitle: En prøve\ndescription: En side som prøver byggingen.\nlead: Bare en prøve.\npublished: 2026-11-24\n---\n\n";
      writeFileSync(join(project.root, "src/content/prove.md"), `${head}${text()}\n`);
      const { seconds, megabytes, code, said } = build(project.root);
      const added = Math.max(0, seconds - plain);
      if (added > MOST_SECONDS || megabytes > MOST_MEGABYTES) outside++;
      console.log(
        `${name.padEnd(20)} ${added.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(6)} MB  exit ${code} ${code === 0 ? "" : said.slice(0, 90)}`,
      );
    }
    return outside === 0 ? 0 : 1;
  } finally {
    project.remove();
  }
}

const [part = ""] = process.argv.slice(2);
if (part === "--help") console.log(USAGE);
else process.exitCode = main(part);
