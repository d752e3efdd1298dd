import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../mutation/random.ts";

/** Something that happens to a project between two builds; says what, or gives null when there was nothing to do it to. */
type Edit = (root: string, random: Random) => string | null;

const WORDS = ["Kommunen", "Utvalget", "Skolen", "Biblioteket", "Laget", "Nabolaget"];

function pages(root: string): readonly string[] {
  const all = readdirSync(join(root, "src/content"), { recursive: true, encoding: "utf8" });
  return all.filter((name) => name.endsWith(".md")).sort();
}

function projects(root: string): readonly string[] {
  return pages(root).filter((name) => /\/prosjekt-\d+\.md$/.test(name));
}

function change(root: string, name: string, by: (text: string) => string): void {
  const path = join(root, name);
  writeFileSync(path, by(readFileSync(path, "utf8")));
}

const changePage = (say: string, by: (text: string, random: Random) => string): Edit => {
  return (root, random) => {
    const name = random.pick(pages(root));
    change(root, `src/content/${name}`, (text) => by(text, random));
    return `${say} in ${name}`;
  };
};

/** What editors do. Some of it makes a mistake of the content, which must then be told alike. */
export const edits: readonly Edit[] = [
  changePage("a sentence added", (text, random) => `${text}\n${random.pick(WORDS)} fikk et tilbud til.\n`),
  changePage("another title", (text, random) =>
    text.replace(/^title: .*$/m, `title: ${random.pick(WORDS)} nummer ${random.below(90)}`),
  ),
  changePage("another lead", (text, random) =>
    text.replace(/^lead: .*$/m, `lead: ${random.pick(WORDS)} gikk foran.`),
  ),
  changePage(
    "a heading added",
    (text, random) => `${text}\n## ${random.pick(WORDS)} og veien videre\n\nDet går.\n`,
  ),
  changePage("made a draft", (text) => text.replace(/^title:/m, "draft: true\ntitle:")),
  changePage("no draft any longer", (text) => text.replace("draft: true\n", "")),
  (root, random) => {
    const all = projects(root);
    if (all.length < 3) return null;
    const name = random.pick(all);
    rmSync(join(root, "src/content", name));
    return `${name} removed`;
  },
  (root, random) => {
    const all = projects(root);
    if (all.length === 0) return null;
    const name = random.pick(all);
    const next = name.replace(/\d+\.md$/, `${100 + random.below(900)}.md`);
    renameSync(join(root, "src/content", name), join(root, "src/content", next));
    return `${name} renamed ${next}`;
  },
  (root, random) => {
    const all = projects(root);
    if (all.length === 0) return null;
    const name = random.pick(all);
    const order = 100 + random.below(900);
    const text = readFileSync(join(root, "src/content", name), "utf8").replace(
      /^order: .*$/m,
      `order: ${order}`,
    );
    writeFileSync(join(root, "src/content", name.replace(/\d+\.md$/, `${order}.md`)), text);
    return `${name} copied to place ${order}`;
  },
  (root, random) => {
    change(root, "_data/sources.json", (text) =>
      text.replace(/"taken": "[^"]*"/, `"taken": "${random.pick(WORDS)} fortalt om"`),
    );
    return "a source described otherwise";
  },
  (root, random) => {
    change(root, "_data/figures.json", (text) =>
      text.replace(/"label": "[^"]*"/, `"label": "i alt, ${random.pick(WORDS).toLowerCase()}"`),
    );
    return "a figure named otherwise";
  },
  (root, random) => {
    change(root, "_data/editions.json", (text) =>
      text.replace(/"applicants": (?:null|\d+)/, `"applicants": ${10 + random.below(80)}`),
    );
    return "an edition with other numbers";
  },
  (root, random) => {
    change(
      root,
      "src/styles/components.css",
      (text) => `${text}\n.x-${random.below(1e6)} { color: inherit }\n`,
    );
    return "another style sheet";
  },
  () => "nothing at all",
];

/** What happens to caches: each leaves `.cache/made` as something that no build would leave. */
export const damages: readonly Edit[] = [
  onFile("cut in half", (path, bytes) => writeFileSync(path, bytes.subarray(0, bytes.length / 2))),
  onFile("emptied", (path) => writeFileSync(path, "")),
  onFile("with one byte changed", (path, bytes) => {
    const at = Math.floor(bytes.length / 2);
    writeFileSync(path, bytes.fill((bytes[at] ?? 0) ^ 1, at, at + 1));
  }),
  onFile("with another file's content", (path, _, other) => writeFileSync(path, readFileSync(other))),
  onFile("with another time", (path) => utimesSync(path, 1, 1)),
  onFile("removed", (path) => rmSync(path)),
  (root) => {
    rmSync(join(root, ".cache/made"), { recursive: true, force: true });
    return "the whole cache removed";
  },
  (root) => {
    writeFileSync(join(root, ".cache/made/half-written.5c8d2f6e-0000-4000-8000-000000000000"), "x");
    return "a draft left behind";
  },
];

function onFile(say: string, damage: (path: string, bytes: Buffer, other: string) => void): Edit {
  return (root, random) => {
    const folder = join(root, ".cache/made");
    const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
    if (files.length === 0) return null;
    const [path, other] = [join(folder, random.pick(files.sort())), join(folder, random.pick(files))];
    damage(path, readFileSync(path), other);
    return `a file of the cache ${say}`;
  };
}
