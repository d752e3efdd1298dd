import { fileURLToPath } from "node:url";
import { openBeside } from "../output/beside.ts";
import { takeLock } from "../output/lock.ts";
import { openStaging, publish } from "../output/staging.ts";
import { PREVIEW } from "../preview/server.ts";
import { exitCodeOf } from "../sandbox/ending.ts";
import { runSandboxed } from "../sandbox/sandbox.ts";
import { EXIT, main } from "./command.ts";

const MAKE = fileURLToPath(new URL("./make.js", import.meta.url));
const USAGE = "Den delen av «npm start» som bygger forhåndsvisningen. Bruk «npm start».";

/** Builds the site that live preview shows, as any build; it is whole or not there. */
await main(USAGE, {}, async () => {
  const interruption = new AbortController();
  process.on("SIGTERM", () => interruption.abort());
  const lock = await takeLock(PREVIEW);
  try {
    const staging = await openStaging(PREVIEW);
    const beside = await openBeside(staging);
    const args = ["--into", staging, "--beside", beside];
    const writable = [staging, beside, ".cache/made"];
    const code = exitCodeOf(await runSandboxed(MAKE, args, writable, interruption.signal));
    if (code === EXIT.done) await publish(staging, PREVIEW);
    return code;
  } finally {
    await lock.release();
  }
});
