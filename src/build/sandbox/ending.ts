import { EnvironmentFault } from "../output/environment.ts";
import { sayExhausted } from "../output/memory.ts";
import type { Ending } from "./sandbox.ts";

/** A sandboxed process's own exit code. Throws an {@link EnvironmentFault} that says why when it did not end by itself. */
export function exitCodeOf(ending: Ending): number {
  switch (ending.kind) {
    case "exited":
      return ending.code;
    case "hung":
      throw new EnvironmentFault(
        `Byggingen hang og ble stanset: «${ending.step}» ble ikke ferdig på ${ending.seconds} s. Den forrige byggingen står urørt.`,
      );
    case "exhausted":
      throw new EnvironmentFault(sayExhausted(ending.step));
    case "killed":
      throw new EnvironmentFault(
        `Byggingen ble stanset av systemet (${ending.signal}) under «${ending.step}». Kanskje er det for lite minne. Den forrige byggingen står urørt.`,
      );
  }
}
