import { outputFaults } from "../checks/output.ts";
import { sayProblem, saySummary } from "../contract/say.ts";
import { meantFiles } from "../output/emit.ts";
import { beginStep } from "../output/steps.ts";
import { currentReading } from "./content.ts";
import { markupFaults } from "./net.ts";
import { createRun } from "./run.ts";

/**
 * Makes the whole site in a folder: reads the content, renders every page, and looks at what came out. Tells what is wrong, and
 * gives whether all is well. `entry` is the address of the module that asks (see `createRun`).
 */
export async function makeSite(folder: string, entry: string): Promise<boolean> {
  const { problems, site } = await currentReading();
  for (const problem of problems) console.error(sayProblem(problem));
  if (site === null) {
    console.error(`${saySummary(problems)} Ingenting er bygd.`);
    return false;
  }
  beginStep("setter opp sidene");
  const run = await createRun(folder, "build", entry);
  await run.init();
  await run.write();
  const faults = [...markupFaults(), ...(await outputFaults(folder, meantFiles()))];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0)
    console.error("Nettstedet ble ikke slik det skal være. Den forrige byggingen står urørt.");
  return faults.length === 0;
}
