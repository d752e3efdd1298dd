import { type Outcome, Standby } from "./standby.ts";
import { CONTENT, isSame, lookAgain, lookAtTree, type Tree } from "./tree.ts";

const NOTHING: Tree = { content: new Map(), code: "", folders: new Set() };

/** Who wants to know of a preview's builds. */
export interface Listener {
  /** The addresses of the pages that are open. */
  readonly open: () => readonly string[];
  /** A page is made, before all others. */
  readonly early: (url: string) => void;
  /** Sources that have not changed meanwhile are built; these pages were told already. */
  readonly told: (outcome: Outcome, early: ReadonlyMap<string, string>) => void;
}

/** Builds the site for the preview whenever the sources are not as they were. */
export class Builds {
  readonly #listener: Listener;
  readonly #interruption: AbortSignal;
  #standby: Standby | undefined;
  #tree = NOTHING;
  #building = NOTHING;
  readonly #early = new Map<string, string>();
  #outcome: Outcome = { right: false, output: "" };
  #running: Promise<Outcome> | undefined;

  constructor(listener: Listener, interruption: AbortSignal) {
    this.#listener = listener;
    this.#interruption = interruption;
  }

  /** Every folder that was among the sources when they were last looked at. */
  get folders(): ReadonlySet<string> {
    return this.#tree.folders;
  }

  /**
   * The outcome for the sources as they are at this moment; waits while they are built. In the folder `noticed` something was noticed: if
   * it is of content, it alone is looked at before the build begins, and all the others before anything of it is shown.
   */
  current(noticed: string | null = null): Promise<Outcome> {
    this.#running ??= this.#catchUp(noticed).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** The page at an address, when it is made of the sources as they are at this moment and the rest is not. */
  early(url: string): string | undefined {
    const html = this.#early.get(url);
    return html !== undefined && isSame(lookAtTree(), this.#building) ? html : undefined;
  }

  async #catchUp(noticed: string | null): Promise<Outcome> {
    for (let tree = this.#look(noticed); !isSame(tree, this.#tree); tree = lookAtTree()) {
      const standby = await this.#readyFor(tree);
      this.#building = tree;
      this.#early.clear();
      // Only the whole build tells whether other code is right.
      const open = tree.code === this.#tree.code ? this.#listener.open() : [];
      this.#outcome = await standby.build(tree, open, (url, html) => {
        this.#early.set(url, html);
        this.#listener.early(url);
      });
      this.#standby = new Standby(tree, this.#interruption);
      // What was written while it was built may be in it or not: only then is it built once more.
      this.#tree = tree;
      if (isSame(lookAtTree(), tree)) this.#listener.told(this.#outcome, this.#early);
      this.#early.clear();
    }
    return this.#outcome;
  }

  #look(noticed: string | null): Tree {
    if (noticed === null || !CONTENT.test(noticed)) return lookAtTree();
    const tree = lookAgain(this.#tree, noticed);
    return isSame(tree, this.#tree) ? lookAtTree() : tree;
  }

  async #readyFor(tree: Tree): Promise<Standby> {
    if (this.#standby?.started.code === tree.code && this.#standby.waits) return this.#standby;
    await this.#standby?.dismiss();
    return new Standby(tree, this.#interruption);
  }
}
