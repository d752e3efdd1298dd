import { once } from "node:events";
import { takeLock } from "../output/lock.ts";
import { Builds, type Listener } from "../preview/builds.ts";
import { Notices } from "../preview/notices.ts";
import { PREVIEW, previewServer } from "../preview/server.ts";
import { EXIT, interruptionSignal, main, readPort } from "./command.ts";

const USAGE = `npm start [-- --port 8080]

Viser nettstedet på http://localhost:8080/ og bygger det på nytt når en fil blir lagret: innhold, data, utseende og kode.
Kan det ikke bygges, viser nettleseren hva som er galt, til det er rettet.

  --port   porten nettstedet vises på (8080)
  --help   denne teksten

Avslutt med Ctrl+C.`;

/** How often the sources are looked at when no browser asks and the system notices nothing, in milliseconds. */
const PAUSE = 200;

await main(USAGE, { port: { type: "string", default: "8080" } }, async (options) => {
  const port = readPort(options.port);
  const interruption = interruptionSignal();
  const lock = await takeLock(
    PREVIEW,
    (pid) => `Forhåndsvisningen er i gang allerede (prosess ${pid}). Bruk den, eller avslutt den med Ctrl+C.`,
  );
  const listener: Listener = {
    open: () => preview.open(),
    early: (url) => preview.reload((open) => open === url),
    told: ({ right, output }, early) => {
      process.stdout.write(output);
      const told = new Set(early.keys());
      preview.reload((open) => !right || !told.has(open));
    },
  };
  const builds = new Builds(listener, interruption);
  const preview = previewServer(builds);
  const { server } = preview;
  const notices = new Notices();
  try {
    await once(server.listen(port, "localhost"), "listening");
    console.log(`Forhåndsvisning på http://localhost:${port}/. Avslutt med Ctrl+C.`);
    let noticed: string | null = null;
    while (!interruption.aborted) {
      const begun = performance.now();
      await builds.current(noticed);
      notices.follow(builds.folders);
      // Looking at many files takes a while: it never gets more than a tenth of the time.
      const pause = Math.max(PAUSE, 9 * (performance.now() - begun));
      noticed = await notices.wait(Math.min(pause, 2000), interruption);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await lock.release();
  }
  return EXIT.done;
});
