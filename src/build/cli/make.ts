import { readFileSync } from "node:fs";
import { HELPERS_MOST_MEMORY, MOST_MEMORY } from "../output/memory.ts";
import { reportSteps } from "../output/steps.ts";
import { HELPER, LOOKS, STEPS } from "../sandbox/sandbox.ts";
import { EXIT, main, wordGiven } from "./command.ts";

const USAGE = "Den delen av «npm run build» som leser innhold og lager filer. Bruk «npm run build».";

const OPTIONS = {
  into: { type: "string" },
  beside: { type: "string" },
  host: { type: "string" },
  inputs: { type: "string" },
  watcher: { type: "string" },
  standby: { type: "boolean", default: false },
  helped: { type: "boolean", default: false },
  helping: { type: "boolean", default: false },
} as const;

/**
 * Makes the site in the folder `--into`, and in `--beside` what a server for `--host` needs. Runs in the sandbox: all that touches
 * content does; nothing that publishes. With `--standby` it gets ready, waits for the
 * word of the process that started it, and sends it the pages that this asks for as soon as they are made. With `--helping` it only
 * makes a part of the pages into the cache, for another that is `--helped`.
 */
await main(USAGE, OPTIONS, async (options) => {
  const { into, beside, host = "", inputs = null, watcher, standby, helped, helping } = options;
  if (watcher !== undefined) reportSteps(Number(watcher), STEPS, helping ? HELPERS_MOST_MEMORY : MOST_MEMORY);
  if (helping) {
    const { helpOut } = await import("../eleventy/share.ts");
    await helpOut(import.meta.url);
    return EXIT.done;
  }
  if (into === undefined || beside === undefined) return EXIT.usage;
  // Loaded here, so that a machine that cannot even load it is told about in words.
  const { readAddress } = await import("../hosts/address.ts");
  readAddress(process.env);
  const { readBuildTime } = await import("../contract/schedule.ts");
  readBuildTime(process.env);
  const { getReady, makeSite } = await import("../eleventy/make.ts");
  const { hosts, isHostName } = await import("../hosts/hosts.ts");
  const looks = () => readFileSync(LOOKS, "utf8");
  const helper = helped ? () => readFileSync(HELPER) : null;
  const target = { into, looks, beside, host: isHostName(host) ? hosts[host] : null, inputs, helper };
  if (!standby) return (await makeSite(target, import.meta.url)) ? EXIT.done : EXIT.content;
  await getReady(into, import.meta.url);
  const word = await wordGiven();
  if (word === null) return EXIT.environment;
  const tell = (url: string, html: string) => process.send?.({ url, html });
  const asked = { touched: new Set(word.touched), first: { urls: word.first, tell } };
  return (await makeSite({ ...target, ...asked }, import.meta.url)) ? EXIT.done : EXIT.content;
});
