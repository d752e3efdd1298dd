import { outputFaults } from "../checks/output.ts";
import { sayProblem, saySummary } from "../contract/say.ts";
import { currentReading } from "../eleventy/content.ts";
import { markupFaults } from "../eleventy/net.ts";
import { createRun } from "../eleventy/run.ts";
import { readAddress } from "../hosts/address.ts";
import { meantFiles } from "../output/emit.ts";
import { EXIT, main } from "./command.ts";

const USAGE = "Den delen av «npm run build» som leser innhold og lager filer. Bruk «npm run build».";

// Whoever started this is gone, and nobody will publish what it makes.
const orphaned = () => process.exit(EXIT.environment);
process.on("disconnect", orphaned);

/** Makes the site in the folder `--into`. Runs in the sandbox: all that touches content does; nothing that publishes. */
await main(USAGE, { into: { type: "string" } }, async ({ into }) => {
  if (into === undefined) return EXIT.usage;
  const address = readAddress(process.env);
  if ("fault" in address) {
    console.error(address.fault);
    return EXIT.usage;
  }
  const { problems, site } = await currentReading();
  for (const problem of problems) console.error(sayProblem(problem));
  if (site === null) {
    console.error(`${saySummary(problems)} Ingenting er bygd.`);
    return EXIT.content;
  }
  const run = await createRun(into, "build", import.meta.url);
  await run.init();
  await run.write();
  const faults = [...markupFaults(), ...(await outputFaults(into, meantFiles()))];
  if (faults.length === 0) return EXIT.done;
  for (const fault of faults) console.error(fault);
  console.error("Nettstedet ble ikke slik det skal være. Den forrige byggingen står urørt.");
  return EXIT.content;
});
process.off("disconnect", orphaned);
