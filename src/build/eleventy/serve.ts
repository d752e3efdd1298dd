import { rm } from "node:fs/promises";
import { createRun } from "./run.ts";

/** The process that `npm start` keeps running: Eleventy's own watcher and server, on the port given as the argument. */
const PREVIEW = ".cache/preview";

await rm(PREVIEW, { recursive: true, force: true });
const run = await createRun(PREVIEW, "serve", import.meta.url);
await run.init();
await run.watch();
await run.serve(Number(process.argv[2]));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    await run.stopWatch();
    process.exit(0);
  });
}
