import { spawn } from "node:child_process";
import { treeState } from "./tree.ts";

/** What the latest build said: whether the site is right, and every line that it printed. */
export interface Outcome {
  readonly right: boolean;
  readonly output: string;
}

/** Builds the site for the preview, in a process of its own as any build, whenever the sources are not as they were. */
export class Builds {
  readonly #build: () => Promise<Outcome>;
  readonly #told: (outcome: Outcome) => void;
  #state = "";
  #outcome: Outcome = { right: false, output: "" };
  #running: Promise<Outcome> | undefined;

  constructor(build: () => Promise<Outcome>, told: (outcome: Outcome) => void) {
    this.#build = build;
    this.#told = told;
  }

  /** The outcome for the sources as they are at this moment; waits while they are built. */
  current(): Promise<Outcome> {
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #catchUp(): Promise<Outcome> {
    for (let state = await treeState(); state !== this.#state; state = await treeState()) {
      this.#outcome = await this.#build();
      // What was written while it was built may be in it or not: only then is it built once more.
      this.#state = state;
      if ((await treeState()) === state) this.#told(this.#outcome);
    }
    return this.#outcome;
  }
}

/** Runs a build of the preview's own site and gathers what it says. */
export function buildPreview(command: readonly string[], interruption: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PATH_PREFIX: "", SHOW_WAITING: "1" }, // the preview has a host of its own, and editors as its readers
      signal: interruption,
      killSignal: "SIGTERM",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    child.on("error", (error) => (interruption.aborted ? undefined : reject(error)));
    child.on("close", (code) => resolve({ right: code === 0, output }));
  });
}
