import { outputFaults } from "../checks/output.ts";
import { sayProblem, saySummary } from "../contract/say.ts";
import { currentReading } from "../eleventy/content.ts";
import { markupFaults } from "../eleventy/net.ts";
import { createRun } from "../eleventy/run.ts";
import { readAddress } from "../hosts/address.ts";
import { meantFiles } from "../output/emit.ts";
import { openStaging, STAGING, swapIn } from "../output/staging.ts";
import { EXIT, main } from "./command.ts";

const OUTPUT = "dist";

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
  await openStaging();
  const run = await createRun(STAGING, "build");
  await run.init();
  await run.write();
  const faults = [...markupFaults(), ...(await outputFaults(STAGING, meantFiles()))];
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    console.error("Nettstedet ble ikke slik det skal være. Den forrige byggingen står urørt.");
    return EXIT.content;
  }
  await swapIn(OUTPUT);
  console.log(
    `Bygd i «${OUTPUT}» på ${((performance.now() - started) / 1000).toFixed(1).replace(".", ",")} s.`,
  );
  return EXIT.done;
});
