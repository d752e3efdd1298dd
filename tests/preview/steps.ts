import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Random } from "../mutation/random.ts";

/** What the sources of a project are: everything that a build reads. */
export const SOURCES = [".eleventy.ts", "_data", "_includes", "src"] as const;

/** Makes the sources of one folder those of another. */
export function copySources(from: string, to: string): void {
  for (const part of SOURCES) {
    rmSync(join(to, part), { recursive: true, force: true });
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
}

const PAGES = [
  "src/content/om-prisen.md",
  "src/content/2017/index.md",
  "src/content/2017/holmen-svommehall.md",
];
const NEW_PAGE = "src/content/hjelp.md";

function change(root: string, file: string, edit: (text: string) => string): void {
  const path = join(root, file);
  if (existsSync(path)) writeFileSync(path, edit(readFileSync(path, "utf8")));
}

/** Each thing that somebody may do while the preview runs. `snapshots` holds earlier, whole states of the sources. */
export const steps: Readonly<
  Record<string, (root: string, random: Random, snapshots: readonly string[]) => void>
> = {
  "edit prose": (root, random) =>
    change(root, random.pick(PAGES), (text) => `${text}\nAvsnitt nummer ${random.below(1000)}.\n`),
  "edit data": (root, random) =>
    change(root, "_data/people.json", (text) =>
      text.replace(/"role": "[^"]*"/, `"role": "rolle ${random.below(1000)}"`),
    ),
  "edit the style": (root, random) =>
    change(root, "src/styles/base.css", (text) => `${text}\nmain { --steg: ${random.below(1000)}; }\n`),
  "edit a component": (root, random) =>
    change(root, "_includes/components/Timeline.tsx", (text) =>
      text.replace(/class="timeline[^"]*"/, `class="timeline steg-${random.below(1000)}"`),
    ),
  "edit a layout": (root, random) =>
    change(root, "_includes/layouts/Document.tsx", (text) =>
      text.replace(/<body[^>]*>/, `<body id="steg-${random.below(1000)}">`),
    ),
  "add a page": (root) =>
    writeFileSync(
      join(root, NEW_PAGE),
      "---\ntitle: Hjelp\ndescription: Hjelp til lesere.\n---\n\nHer er hjelpen.\n",
    ),
  "rename a page": (root, random) => {
    if (!existsSync(join(root, NEW_PAGE))) return;
    renameSync(join(root, NEW_PAGE), join(root, `src/content/hjelp-${random.below(3)}.md`));
  },
  "delete pages": (root) => {
    for (const name of ["hjelp", "hjelp-0", "hjelp-1", "hjelp-2"])
      rmSync(join(root, `src/content/${name}.md`), { force: true });
  },
  "save half a file": (root, random) =>
    change(root, random.pick(PAGES), (text) => text.slice(0, random.below(text.length))),
  "break the content": (root, random) =>
    change(root, random.pick(PAGES), (text) => text.replace("title:", "titel:")),
  "break the data": (root) => change(root, "_data/sources.json", (text) => text.replace("[", "[,")),
  "break the style": (root) => change(root, "src/styles/tokens.css", (text) => `${text}\n@import;{{{`),
  "break a component": (root) =>
    change(root, "_includes/components/Sign.tsx", (text) => text.replace("return", "retrun (")),
  "edit without a trace in size and time": (root) => {
    const path = join(root, "src/content/om-prisen.md");
    const { atime, mtime } = statSync(path);
    change(root, "src/content/om-prisen.md", (text) => text.replace(/prisen/, "Prisen"));
    utimesSync(path, atime, mtime);
  },
  "mend everything": (root, _, [first = ""]) => copySources(first, root),
  "switch branch": (root, random, snapshots) => copySources(random.pick(snapshots), root),
};
