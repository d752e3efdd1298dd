import { fileURLToPath } from "node:url";
import { EnvironmentFault } from "../output/environment.ts";
import { takeLock } from "../output/lock.ts";
import { openStaging, publish } from "../output/staging.ts";
import { type Ending, runSandboxed } from "../sandbox/sandbox.ts";
import { EXIT, main } from "./command.ts";

const OUTPUT = "dist";
const MAKE = fileURLToPath(new URL("./make.js", import.meta.url));

/** What ends a process that nobody wants any longer. Once the files are made, publishing goes on to its end. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const USAGE = `npm run build

Leser og kontrollerer innholdet, og bygger hele nettstedet i mappen «${OUTPUT}».
Er det feil i innholdet, blir ingenting skrevet, og den forrige byggingen står urørt.

  --help   denne teksten

Miljøvariabler:
  SITE_URL     adressen nettstedet får, i stedet for den i _data/site.json: https://prisen.example
  PATH_PREFIX  stien det ligger under, når det deler domene med andre: /prisen/

Svarer med 0 når alt er bygd, 1 når innholdet har feil, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

await main(USAGE, {}, async () => {
  const started = performance.now();
  const interruption = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => interruption.abort());
  const lock = await takeLock();
  try {
    const staging = await openStaging(OUTPUT);
    const ending = await runSandboxed(
      MAKE,
      ["--into", staging],
      [staging, ".cache/made"],
      interruption.signal,
    );
    if (interruption.signal.aborted) throw new EnvironmentFault("Avbrutt. Den forrige byggingen står urørt.");
    const code = exitCodeOf(ending);
    if (code !== EXIT.done) return code;
    await lock.confirm();
    await publish(staging, OUTPUT);
  } finally {
    await lock.release();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
  console.log(`Bygd i «${OUTPUT}» på ${seconds} s.`);
  return EXIT.done;
});

function exitCodeOf(ending: Ending): number {
  switch (ending.kind) {
    case "exited":
      return ending.code;
    case "hung":
      throw new EnvironmentFault(
        `Byggingen hang og ble stanset: «${ending.step}» ble ikke ferdig på ${ending.seconds} s. Den forrige byggingen står urørt.`,
      );
    case "killed":
      throw new EnvironmentFault(
        `Byggingen ble stanset av systemet (${ending.signal}) under «${ending.step}». Kanskje er det for lite minne. Den forrige byggingen står urørt.`,
      );
  }
}
