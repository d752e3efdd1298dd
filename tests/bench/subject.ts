import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../support/site.ts";
import { writeCorpus } from "./corpus.ts";
import { type Measure, measure, moveAway } from "./measure.ts";

/** What is timed of this site's own build, in this order: each begins where the one before it ended. */
export const SITUATIONS = [
  "from nothing",
  "nothing changed",
  "one page's prose changed",
  "from nothing, with share pictures",
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** A copy of the project with a corpus, to be built again and again. */
export class Subject {
  readonly root: string;
  readonly remove: () => void;
  /** A folder on the same disk, for others' projects and for what is moved out of a build's way. */
  readonly beside = mkdtempSync(join(tmpdir(), "innovasjonsprisen-bench-"));
  readonly #pictures: { readonly path: string; readonly drawn: string; readonly left: string };

  constructor(pages: number) {
    const { root, remove } = copyProject();
    this.root = root;
    this.remove = () => {
      remove();
      rmSync(this.beside, { recursive: true, force: true });
    };
    writeCorpus(root, pages);
    this.#pictures = sharePictures(root);
  }

  measure(situation: Situation): Promise<Measure> {
    const isWhole = situation === "from nothing, with share pictures";
    const { path, drawn, left } = this.#pictures;
    writeFileSync(path, isWhole ? drawn : left);
    if (situation === "from nothing" || isWhole)
      for (const part of [".cache", "dist"]) moveAway(join(this.root, part), this.beside);
    if (situation === "one page's prose changed")
      appendFileSync(join(this.root, "src/content/2000/prosjekt-1.md"), "\nDet gikk bra.\n");
    return measure([process.execPath, "src/build/cli/run.cjs", "build"], this.root);
  }

  /** A finished page of a project, after a build. */
  page(): string {
    return readFileSync(join(this.root, "dist/2000/prosjekt-1/index.html"), "utf8");
  }
}

/** The others draw no share pictures: the code that draws them, as it is and so that it leaves them out. */
function sharePictures(root: string) {
  const path = join(root, "src/build/eleventy/pictures.ts");
  const drawn = readFileSync(path, "utf8");
  const left = drawn.replace(/site\?\.pages \?\? \[\]/, "[] as NonNullable<typeof site>['pages']");
  if (left === drawn) throw new Error("The place where share pictures are drawn is not where it was.");
  return { path, drawn, left };
}
