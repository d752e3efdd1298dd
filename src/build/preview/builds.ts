import type { Outcome, Standby } from "./standby.ts";
import { lookAtTree, type Tree } from "./tree.ts";

const NOTHING: Tree = { content: "", code: "", folders: new Set() };

/** Builds the site for the preview whenever the sources are not as they were. */
export class Builds {
  readonly #start: (code: string) => Standby;
  readonly #told: (outcome: Outcome) => void;
  #standby: Standby | undefined;
  #tree = NOTHING;
  #outcome: Outcome = { right: false, output: "" };
  #running: Promise<Outcome> | undefined;

  /** `start` starts a build of the code as it is; `told` is told the outcome for sources that have not changed meanwhile. */
  constructor(start: (code: string) => Standby, told: (outcome: Outcome) => void) {
    this.#start = start;
    this.#told = told;
  }

  /** Every folder that was among the sources when they were last looked at. */
  get folders(): ReadonlySet<string> {
    return this.#tree.folders;
  }

  /** The outcome for the sources as they are at this moment; waits while they are built. */
  current(): Promise<Outcome> {
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #catchUp(): Promise<Outcome> {
    for (let tree = lookAtTree(); !isSame(tree, this.#tree); tree = lookAtTree()) {
      const standby = await this.#readyFor(tree.code);
      this.#outcome = await standby.build();
      this.#standby = this.#start(tree.code);
      // What was written while it was built may be in it or not: only then is it built once more.
      this.#tree = tree;
      if (isSame(lookAtTree(), tree)) this.#told(this.#outcome);
    }
    return this.#outcome;
  }

  async #readyFor(code: string): Promise<Standby> {
    if (this.#standby?.code === code && this.#standby.waits) return this.#standby;
    await this.#standby?.dismiss();
    return this.#start(code);
  }
}

function isSame(one: Tree, other: Tree): boolean {
  return one.content === other.content && one.code === other.code;
}
