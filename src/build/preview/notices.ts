import { type FSWatcher, watch } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** An editor that saves a file often empties it first: so many milliseconds later it has written it. */
const SETTLING = 10;

/**
 * The system's notices of changes in folders. They are only a hint to look at once: some get lost, and some systems and disks
 * give none.
 */
export class Notices {
  readonly #watchers = new Map<string, FSWatcher>();
  #noticed = new AbortController();
  /** The folders in which something was noticed. */
  #where = new Set<string>();

  /** Watches these folders from now on, and no others. */
  follow(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) if (!folders.has(folder)) this.#leave(folder, watcher);
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watch(folder);
  }

  /**
   * Waits until something is noticed that was not when this was last waited for, so many milliseconds at most. Gives the folder in which
   * it was, when there is only one.
   */
  async wait(most: number, interruption: AbortSignal): Promise<string | null> {
    const signal = AbortSignal.any([this.#noticed.signal, interruption]);
    await setTimeout(most, undefined, { signal }).catch(() => setTimeout(SETTLING));
    const [folder = null, ...others] = this.#where;
    this.#noticed = new AbortController();
    this.#where = new Set();
    return others.length === 0 ? folder : null;
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => {
        this.#where.add(folder);
        this.#noticed.abort();
      });
      // The folder is gone, or the system watches no more of them.
      watcher.on("error", () => this.#leave(folder, watcher));
      this.#watchers.set(folder, watcher);
    } catch {
      // The same, at once.
    }
  }

  #leave(folder: string, watcher: FSWatcher): void {
    watcher.close();
    if (this.#watchers.get(folder) === watcher) this.#watchers.delete(folder);
  }
}
