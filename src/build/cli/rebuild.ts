import { fileURLToPath } from "node:url";
import { openBeside } from "../output/beside.ts";
import { openStaging, replace } from "../output/staging.ts";
import { PREVIEW } from "../preview/server.ts";
import { exitCodeOf } from "../sandbox/ending.ts";
import { runSandboxed } from "../sandbox/sandbox.ts";
import { EXIT, main, wordGiven } from "./command.ts";

const MAKE = fileURLToPath(new URL("./make.js", import.meta.url));
const USAGE = "Den delen av «npm start» som bygger forhåndsvisningen. Bruk «npm start».";

/**
 * Gets ready to build the site that live preview shows, waits for the word, a line on the standard input, and builds it as any
 * build; it is whole or not there. Whoever gives the word holds the lock.
 */
await main(USAGE, {}, async () => {
  const interruption = new AbortController();
  process.on("SIGTERM", () => interruption.abort());
  const word = wordGiven().then((given) => {
    if (!given) interruption.abort();
  });
  const staging = await openStaging(PREVIEW);
  const beside = await openBeside(staging);
  const args = ["--into", staging, "--beside", beside, "--standby"];
  const writable = [staging, beside, ".cache/made"];
  const ending = await runSandboxed(MAKE, args, writable, interruption.signal, word);
  // When it could not even get ready, nobody has to give the word for that to be told.
  process.stdin.destroy();
  const code = exitCodeOf(ending);
  if (code === EXIT.done) await replace(staging, PREVIEW);
  return code;
});
