import { fileURLToPath } from "node:url";
import { finishedNames } from "../checks/output.ts";
import { CACHE_FOLDER } from "../output/cache.ts";
import { type GoAhead, type Word, wordGiven } from "../output/messages.ts";
import { placesFor } from "../output/places.ts";
import { beginWithStanding, openStaging, replace } from "../output/staging.ts";
import { PREVIEW } from "../preview/server.ts";
import { runSandboxed } from "../sandbox/sandbox.ts";
import { EXIT, main } from "./command.ts";

const MAKE = fileURLToPath(new URL("./make.js", import.meta.url));
const USAGE = "Den delen av «npm start» som bygger forhåndsvisningen. Bruk «npm start».";

/**
 * Gets ready to build the site that live preview shows, waits for the word of the process that started this one, and builds it as
 * any build; it is whole or not there. Whoever gives the word holds the lock: when that process is gone, nothing is built.
 */
await main(USAGE, {}, async () => {
  const interruption = new AbortController();
  process.on("SIGTERM", () => interruption.abort());
  const word = new Promise<Word>((given) =>
    wordGiven().then((word) => {
      if (word === null || !process.connected) return interruption.abort();
      process.once("disconnect", () => interruption.abort());
      given(word);
    }),
  );
  const heard = (message: unknown) => process.connected && process.send?.(message);
  const { staging, beside } = placesFor(PREVIEW);
  await openStaging(PREVIEW);
  const args = ["--into", staging, "--beside", beside, "--standby"];
  const code = await runSandboxed(MAKE, args, {
    writable: [staging, beside, CACHE_FOLDER],
    async meanwhile(tell) {
      const goAhead: GoAhead = { looks: beginWithStanding(staging, PREVIEW), inputs: null, helped: false };
      await tell(JSON.stringify(goAhead));
      return null;
    },
    talk: { word, heard },
    interruption: interruption.signal,
  }).finally(() => {
    // When it could not even get ready, nobody has to give the word for that to be told.
    if (process.connected) process.disconnect();
  });
  if (code !== EXIT.done) return code ?? EXIT.environment;
  if ((await finishedNames(staging)) === null) return EXIT.content;
  await replace(staging, PREVIEW);
  return EXIT.done;
});
