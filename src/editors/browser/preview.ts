import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { PICTURE_FOLDER, placeOf } from "../../build/contract/places.ts";
import { copyCode } from "../files/copy.ts";
import { type Changes, copyContent, writeChanges } from "../files/trial.ts";
import { yearsIn } from "./config.ts";

/** The project as it would be with what is not saved yet, for live preview to show. */
const SHADOW = ".cache/editor/site";

/** The live preview of the site with the words that an editor is about to save. */
export class Preview {
  readonly origin: string;
  readonly #root: string;
  readonly #child: ChildProcess;

  private constructor(root: string, port: number) {
    this.origin = `http://localhost:${port}`;
    this.#root = root;
    const start = ["src/build/cli/run.cjs", "start", "--port", `${port}`];
    this.#child = spawn(process.execPath, start, {
      cwd: join(root, SHADOW),
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  /** Copies the project and starts its live preview on a port that is free. */
  static async start(root: string, port: number): Promise<Preview> {
    const shadow = join(root, SHADOW);
    await mkdir(shadow, { recursive: true });
    for (const name of await readdir(shadow))
      if (![".cache", "node_modules"].includes(name)) await rm(join(shadow, name), { recursive: true });
    await copyCode(root, shadow);
    await copyContent(root, shadow);
    return new Preview(root, port);
  }

  /** Shows the content as it is with the changes made. */
  async show(changes: Changes): Promise<void> {
    const shadow = join(this.#root, SHADOW);
    await copyContent(this.#root, shadow, changes);
    await writeChanges(shadow, changes);
  }

  stop(): void {
    this.#child.kill();
  }
}

/** The page that shows most of what a file holds: root-relative. */
export async function addressOf(root: string, path: string): Promise<string> {
  const name = /^_data\/(\w+)\.json$/.exec(path)?.[1];
  if (name === undefined) return placeOf(path)?.url ?? "/";
  const [year] = await yearsIn(root);
  const pages: Readonly<Record<string, string>> = {
    sources: "/kilder/",
    prize: "/om-prisen/",
    editions: "/om-prisen/",
    pictures: `/${year}/${PICTURE_FOLDER}/`,
    timeline: `/${year}/`,
  };
  return pages[name] ?? "/";
}
