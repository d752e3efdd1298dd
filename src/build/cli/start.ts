import { setTimeout } from "node:timers/promises";
import { UsageFault } from "../output/environment.ts";
import { Builds, buildPreview } from "../preview/builds.ts";
import { previewServer } from "../preview/server.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm start [-- --port 8080]

Viser nettstedet på http://localhost:8080/ og bygger det på nytt når en fil blir lagret: innhold, data, utseende og kode.
Kan det ikke bygges, viser nettleseren hva som er galt, til det er rettet.

  --port   porten nettstedet vises på (8080)
  --help   denne teksten

Avslutt med Ctrl+C.`;

/** How often the sources are looked at when no browser asks, in milliseconds. */
const PAUSE = 200;

await main(USAGE, { port: { type: "string", default: "8080" } }, async ({ port }) => {
  if (!/^\d{2,5}$/.test(port) || Number(port) > 65535)
    throw new UsageFault(`«${port}» er ikke en port. Bruk et tall fra 1024 til 65535.`);
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => interruption.abort());
  const build = ["src/build/cli/run.cjs", "rebuild"];
  const builds = new Builds(
    () => buildPreview(build, interruption.signal),
    ({ output }) => {
      process.stdout.write(output);
      tellChange();
    },
  );
  const { server, tellChange } = previewServer(builds);
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(Number(port), "localhost", listening);
  });
  console.log(`Forhåndsvisning på http://localhost:${port}/. Avslutt med Ctrl+C.`);
  while (!interruption.signal.aborted) {
    const begun = performance.now();
    await builds.current();
    // Looking at many files takes a while: it never gets more than a fifth of the time.
    const pause = Math.max(PAUSE, 4 * (performance.now() - begun));
    await setTimeout(Math.min(pause, 2000), undefined, { signal: interruption.signal }).catch(
      () => undefined,
    );
  }
  server.closeAllConnections();
  server.close();
  return EXIT.done;
});
