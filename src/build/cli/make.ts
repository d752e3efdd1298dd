import { readFileSync, writeSync } from "node:fs";
import { constants, setPriority } from "node:os";
import type { Known } from "../contract/disk.ts";
import type { Publisher } from "../eleventy/make.ts";
import { HELPERS_MOST_MEMORY, MOST_MEMORY } from "../output/memory.ts";
import { type EarlyPage, listenTo, readGoAhead, wordGiven } from "../output/messages.ts";
import { readFound } from "../output/sources.ts";
import { reportSteps } from "../output/steps.ts";
import { ANSWERS, STEPS, TOLD } from "../sandbox/sandbox.ts";
import { EXIT, main } from "./command.ts";

const USAGE = "Den delen av «npm run build» som leser innhold og lager filer. Bruk «npm run build».";

const OPTIONS = {
  into: { type: "string" },
  beside: { type: "string" },
  host: { type: "string" },
  watcher: { type: "string" },
  standby: { type: "boolean", default: false },
  helping: { type: "boolean", default: false },
} as const;

/**
 * Makes the site in the folder `--into`, and in `--beside` what a server for `--host` needs. Runs in the sandbox: all that touches
 * content does; nothing that publishes. It reads what the publisher has found, and writes when that has given the go-ahead. With
 * `--standby` it gets ready, waits for the word before it reads, and sends the pages that this asks for as soon as they are made. With
 * `--helping` it only makes a part of the pages into the cache, for another that is told so (see `messages.ts`).
 */
await main(USAGE, OPTIONS, async (options) => {
  const { into, beside, host = "", watcher, standby, helping } = options;
  if (watcher !== undefined) reportSteps(Number(watcher), STEPS, helping ? HELPERS_MOST_MEMORY : MOST_MEMORY);
  const next = listenTo(TOLD);
  // Without the process that tells, there is nobody to work for.
  const told = () => next() ?? process.exit(EXIT.environment);
  const known = (): Known => ({ found: readFound(told()) ?? undefined });
  if (helping) {
    const { helpOut } = await import("../eleventy/helper.ts");
    await helpOut(known);
    return EXIT.done;
  }
  if (into === undefined || beside === undefined) return EXIT.usage;
  // Loaded here, so that a machine that cannot even load it is told about in words.
  const { readAddress } = await import("../hosts/address.ts");
  readAddress(process.env);
  const { readBuildTime } = await import("../contract/clock.ts");
  readBuildTime(process.env);
  const { getReady, makeSite } = await import("../eleventy/make.ts");
  const { hosts, isHostName } = await import("../hosts/hosts.ts");
  const target = { into, beside, host: isHostName(host) ? hosts[host] : null };
  const answer = () => writeSync(ANSWERS, "\n");
  const publisher: Publisher = {
    known,
    goAhead: () => readGoAhead(told()) ?? process.exit(EXIT.environment),
    helperEnded: () => readFileSync(ANSWERS),
    allRead: answer,
    allMade: answer,
  };
  if (!standby) return (await makeSite(target, publisher)) ? EXIT.done : EXIT.content;
  await getReady(into);
  const word = await wordGiven();
  if (word === null) return EXIT.environment;
  const tell = (page: EarlyPage) => {
    process.send?.(page);
    giveWay();
  };
  const touched = new Set(word.touched);
  const preview = { ...publisher, known: () => ({ touched }), first: { urls: word.first, tell } };
  return (await makeSite(target, preview)) ? EXIT.done : EXIT.content;
});

/** From now on those that somebody waits for go before this process: the browser, and what it asks for the page. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not let it.
  }
}
