import { type ChildProcess, spawn } from "node:child_process";

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
  /** How the code was when it was started; of other code it is no build. */
  readonly code: string;
  readonly #child: ChildProcess;
  readonly #outcome: Promise<Outcome>;
  #output = "";
  #ended = false;

  constructor(command: readonly string[], code: string, interruption: AbortSignal) {
    this.code = code;
    const child = spawn(process.execPath, command, {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, PATH_PREFIX: "", SHOW_WAITING: "1" }, // the preview has a host of its own, and editors as its readers
      signal: interruption,
      killSignal: "SIGTERM",
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        this.#output += text;
      });
    child.stdin.on("error", () => undefined); // it has ended already, and says why
    this.#outcome = new Promise((resolve) => {
      child.on("error", (error) => {
        if (!interruption.aborted) this.#output += error.message;
      });
      child.on("close", (code) => {
        this.#ended = true;
        resolve({ right: code === 0, output: this.#output });
      });
    });
  }

  /** Whether it still waits for the word. */
  get waits(): boolean {
    return !this.#ended;
  }

  /** Gives the word. */
  build(): Promise<Outcome> {
    this.#child.stdin?.end("\n");
    return this.#outcome;
  }

  /** Ends it when it is not needed, and waits until it has ended. */
  async dismiss(): Promise<void> {
    this.#child.stdin?.end();
    this.#child.kill("SIGTERM");
    await this.#outcome;
  }
}
