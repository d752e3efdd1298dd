import { readStep } from "../output/steps.ts";

/** A step that takes longer than this hangs, in seconds. The slowest honest one takes a tenth of it. */
export const STEP_LIMIT = 30;

/** How often it is looked at what step it is, in milliseconds. */
const PULSE = 1000;

/** Looks from time to time at what step another process is (see `beginStep`), and stops it when it does not get any further. */
export class Watch {
  readonly #steps: number;
  readonly #stop: () => void;
  readonly #pulse: NodeJS.Timeout;
  #woken = performance.now();
  #begun = performance.now();
  #noted = "";
  #pauses = 0;
  #isHung = false;

  /** `steps` is the open file in which the other notes its steps. */
  constructor(steps: number, stop: () => void) {
    this.#steps = steps;
    this.#stop = stop;
    this.#pulse = setInterval(() => this.#look(), PULSE).unref();
  }

  /** Whether the other did not get any further. */
  get isHung(): boolean {
    return this.#isHung;
  }

  /** From now on the other may wait, until what this gives is called. */
  pause(): () => void {
    this.#pauses++;
    return () => {
      this.#pauses--;
    };
  }

  end(): void {
    clearInterval(this.#pulse);
  }

  #look(): void {
    const now = performance.now();
    // A watcher that wakes late was stopped itself (Ctrl+Z), and so was the other.
    const isLate = now - this.#woken > 2 * PULSE;
    const { noted } = readStep(this.#steps);
    if (noted !== this.#noted || this.#pauses > 0 || isLate) this.#begun = now;
    this.#noted = noted;
    this.#woken = now;
    if (now - this.#begun < STEP_LIMIT * 1000) return;
    this.#isHung = true;
    this.#stop();
  }
}
