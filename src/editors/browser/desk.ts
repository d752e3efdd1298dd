import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../build/contract/problem.ts";
import { slug } from "../../build/format/text.ts";
import { type Changes, tryChanges, type Verdict, writeChanges } from "../files/trial.ts";
import { atField, type FieldProblem } from "../form/where.ts";
import { UPLOADS } from "./config.ts";
import { changesOf } from "./entries.ts";
import { addressOf, type Preview } from "./preview.ts";

/** What an editor hears about words that are not saved yet. */
export interface Opinion {
  readonly problems: readonly FieldProblem[];
  /** The page that shows them, as live preview has it; null when there is none yet. */
  readonly address: string | null;
}

/** The one who takes what the editor wrote: checks it, shows it, and saves it when nothing stands against it. */
export class Desk {
  readonly #root: string;
  readonly #preview: Preview | null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(root: string, preview: Preview | null) {
    this.#root = root;
    this.#preview = preview;
  }

  /** Says what is wrong with a form, and shows it in the preview when nothing is. */
  look(path: string, form: unknown): Promise<Opinion> {
    return this.#inTurn(async () => {
      const changes = await changesOf(this.#root, path, form);
      if (changes === null) return { problems: [unreadable(path)], address: null };
      const { problems, newErrors, unfinished } = await this.#try(changes);
      if (newErrors.length === 0) await this.#preview?.show(changes);
      const isShown =
        !unfinished.includes(path) && (newErrors.length === 0 || existsSync(join(this.#root, path)));
      const elsewhere = newErrors.filter(({ file }) => !changes.has(file));
      return {
        problems: await this.#say([...own(problems, changes), ...elsewhere], changes),
        address: isShown ? await addressOf(this.#root, path) : null,
      };
    });
  }

  /** Saves forms; or says, at the names of their fields, which new mistakes they would bring, and saves nothing. */
  save(forms: ReadonlyMap<string, unknown>): Promise<readonly FieldProblem[]> {
    return this.#inTurn(async () => {
      const all = new Map<string, string | Uint8Array | null>();
      for (const [path, form] of forms) {
        const changes = await changesOf(this.#root, path, form);
        if (changes === null) return [unreadable(path)];
        for (const [file, content] of changes) all.set(file, content);
      }
      const { newErrors } = await this.#try(all);
      const mine = own(newErrors, all);
      if (mine.length > 0) return this.#say(mine, all);
      await writeChanges(this.#root, all);
      await this.#dropUploads(all);
      await this.#preview?.show(new Map());
      return [];
    });
  }

  /** Deletes files; or says what would be missing them, and deletes nothing. */
  remove(paths: readonly string[]): Promise<readonly FieldProblem[]> {
    return this.#inTurn(async () => {
      const changes = new Map(paths.map((path) => [path, null] as const));
      const { newErrors } = await this.#try(changes);
      if (newErrors.length > 0) return this.#say(newErrors, changes);
      await writeChanges(this.#root, changes);
      return [];
    });
  }

  #try(changes: Changes): Promise<Verdict> {
    return tryChanges(this.#root, ".cache/trial/edit", changes);
  }

  async #say(problems: readonly Problem[], changes: Changes): Promise<readonly FieldProblem[]> {
    return Promise.all(
      problems.map(async (problem) => {
        const changed = changes.get(problem.file);
        const text = changed ?? (await readFile(join(this.#root, problem.file), "utf8").catch(() => ""));
        const said = atField(problem, String(text));
        return changes.has(problem.file) ? said : { ...said, where: `${problem.file} › ${said.where}` };
      }),
    );
  }

  /** A picture that has come to its place waits no longer. */
  async #dropUploads(changes: Changes): Promise<void> {
    const placed = [...changes.values()].filter((content) => content instanceof Uint8Array);
    const folder = join(this.#root, UPLOADS);
    for (const name of placed.length === 0 ? [] : await readdir(folder)) {
      const bytes = await readFile(join(folder, name));
      if (placed.some((content) => bytes.equals(content))) await rm(join(folder, name));
    }
  }

  /** One after another: two checks at a time would see each other's words. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** The problems in the files that are changed. */
function own(problems: readonly Problem[], changes: Changes): readonly Problem[] {
  return problems.filter(({ file }) => changes.has(file));
}

function unreadable(path: string): FieldProblem {
  const message = "Filen har en feil som gjør at den ikke kan leses. Rett den i en teksteditor først.";
  return { where: path, message, severity: "error" };
}

/** The path that a new page would get, as Decap CMS makes it from the title. */
export function pathOfNew(folder: string, title: unknown): string {
  return `${folder}/${slug(String(title ?? "")) || "ny"}.md`;
}
