import { type ChildProcess, spawn } from "node:child_process";
import { EarlyPage } from "../output/messages.ts";
import { type Tree, touchedFolders } from "./tree.ts";

const COMMAND = ["src/build/cli/run.cjs", "rebuild"];

/** What a build said: whether the site is right, and every line that it printed. */
export interface Outcome {
  readonly right: boolean;
  readonly output: string;
}

/**
 * A build in a process of its own, as any build, started ahead of time: it loads all that does not depend on the content, and
 * waits for the word to read that. It builds once.
 */
export class Standby {
  /** How the sources were when it was started; of other code it is no build. */
  readonly started: Tree;
  readonly #child: ChildProcess;
  readonly #outcome: Promise<Outcome>;
  #output = "";

  constructor(started: Tree, interruption: AbortSignal) {
    this.started = started;
    const child = spawn(process.execPath, COMMAND, {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, PATH_PREFIX: "", SHOW_WAITING: "1" }, // the preview has a host of its own, and editors as its readers
      signal: interruption,
      killSignal: "SIGTERM",
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => {
        this.#output += text;
      });
    this.#outcome = new Promise((resolve) => {
      child.on("error", (error) => {
        if (!interruption.aborted) this.#output += error.message;
      });
      child.on("close", (code, signal) => {
        if (signal !== null && !interruption.aborted)
          this.#output += `Byggingen ble stanset av systemet (${signal}). Lagre filen en gang til.`;
        resolve({ right: code === 0, output: this.#output });
      });
    });
  }

  /** Whether it still waits for the word. */
  get waits(): boolean {
    return this.#child.connected;
  }

  /** Gives the word to build the sources as they are. It tells the pages at the addresses `first` as soon as they are made. */
  build(
    sources: Tree,
    first: readonly string[],
    early: (url: string, html: string) => void,
  ): Promise<Outcome> {
    this.#child.on("message", (message) => {
      const { data } = EarlyPage.safeParse(message);
      if (data !== undefined) early(data.url, data.html);
    });
    // When it has ended already, it has said why.
    const touched = touchedFolders(this.started, sources);
    if (this.#child.connected) this.#child.send({ first, touched }, () => undefined);
    return this.#outcome;
  }

  /** Ends it when it is not needed, and waits until it has ended. */
  async dismiss(): Promise<void> {
    this.#child.kill("SIGTERM");
    await this.#outcome;
  }
}
