import { reportStepsTo } from "../output/steps.ts";
import { STEPS } from "../sandbox/sandbox.ts";
import { EXIT, main } from "./command.ts";

const USAGE = "Den delen av «npm run build» som leser innhold og lager filer. Bruk «npm run build».";

const OPTIONS = {
  into: { type: "string" },
  beside: { type: "string" },
  host: { type: "string" },
  inputs: { type: "string" },
} as const;

/**
 * Makes the site in the folder `--into`, and in `--beside` what a server for `--host` needs. Runs in the sandbox: all that touches
 * content does; nothing that publishes.
 */
await main(USAGE, OPTIONS, async ({ into, beside, host = "", inputs = null }) => {
  if (into === undefined || beside === undefined) return EXIT.usage;
  reportStepsTo(STEPS);
  // Loaded here, so that a machine that cannot even load it is told about in words.
  const { readAddress } = await import("../hosts/address.ts");
  readAddress(process.env);
  const { readBuildTime } = await import("../contract/schedule.ts");
  readBuildTime(process.env);
  const { makeSite } = await import("../eleventy/make.ts");
  const { hosts, isHostName } = await import("../hosts/hosts.ts");
  const target = { into, beside, host: isHostName(host) ? hosts[host] : null, inputs };
  return (await makeSite(target, import.meta.url)) ? EXIT.done : EXIT.content;
});
