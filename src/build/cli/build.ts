import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { finishedNames } from "../checks/output.ts";
import { readBuildTime } from "../contract/clock.ts";
import { besideFiles, hosts, isHostName } from "../hosts/hosts.ts";
import { placeBeside } from "../output/beside.ts";
import { CACHE_FOLDER } from "../output/cache.ts";
import { lookAtOutput } from "../output/emit.ts";
import { EnvironmentFault, UsageFault } from "../output/environment.ts";
import { siteFont } from "../output/font.ts";
import { filesBelow, type Listed } from "../output/listing.ts";
import { takeLock } from "../output/lock.ts";
import { identity, MANIFEST } from "../output/manifest.ts";
import type { GoAhead } from "../output/messages.ts";
import { placesFor } from "../output/places.ts";
import { sayFound } from "../output/sources.ts";
import { beginWithStanding, flushAtOnce, openStaging, publish } from "../output/staging.ts";
import { type Inputs, keepStanding, lookAtInputs, recallStanding, type Told } from "../output/standing.ts";
import { runSandboxed, type Tell } from "../sandbox/sandbox.ts";
import { EXIT, interruptionSignal, main } from "./command.ts";

const OUTPUT = "dist";
/** Where the files for whoever runs the server lie. */
const BESIDE = "deploy";
/** Those that a build for a host leaves there. */
const beside = besideFiles.map((name) => join(BESIDE, name));
const { staging, beside: besideDraft } = placesFor(OUTPUT);
const MAKE = fileURLToPath(new URL("./make.js", import.meta.url));

/** With so many changed pages a helper is worth its start. */
const MANY = 800;

const USAGE = `npm run build [-- --host nginx]

Leser og kontrollerer innholdet, og bygger hele nettstedet i mappen «${OUTPUT}».
Er det feil i innholdet, blir ingenting skrevet, og den forrige byggingen står urørt.
Er ingenting endret siden sist, står «${OUTPUT}» som den er.

  --host   vertens navn: ${Object.keys(hosts).join(", ")}.
           Skriver det verten trenger, i «${OUTPUT}», og det serveren trenger, i «${BESIDE}». Uten: bare nettstedet.
  --help   denne teksten

Miljøvariabler:
  SITE_URL     adressen nettstedet får, i stedet for den i _data/site.json: https://prisen.example
  PATH_PREFIX  stien det ligger under, når det deler domene med andre: /prisen/
  SOURCE_DATE_EPOCH  tidspunktet som avgjør hvilke sider som er synlige, i sekunder siden 1970; ellers nå

Svarer med 0 når alt er bygd, 1 når innholdet har feil, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

await main(USAGE, { host: { type: "string" } }, async ({ host }) => {
  if (host !== undefined && !isHostName(host)) {
    const names = Object.keys(hosts).join(", ");
    throw new UsageFault(`«${host}» er ikke en vert som nettstedet kjenner. Bruk ${names}.`);
  }
  // Only the preview shows pages that wait.
  delete process.env.SHOW_WAITING;
  const started = performance.now();
  // Once the files are made, publishing goes on to its end.
  const interruption = interruptionSignal();
  const lock = await takeLock(OUTPUT);
  try {
    const now = readBuildTime(process.env);
    const { inputs, standing, code, old, inputsAgain } = await make(host, now, interruption);
    if (standing !== null) {
      process.stderr.write(standing.errors);
      process.stdout.write(standing.output);
      console.log(`Ingenting er endret siden forrige bygging. «${OUTPUT}» står som den er.`);
      await sayIdentity();
      return EXIT.done;
    }
    if (code === null || interruption.aborted)
      throw new EnvironmentFault("Avbrutt. Den forrige byggingen står urørt.");
    if (code !== EXIT.done) return code;
    await lock.confirm();
    const names = await finishedNames(staging);
    if (names === null) return EXIT.content;
    await publish(staging, OUTPUT, names, await old);
    await placeBeside(besideDraft, BESIDE, besideFiles);
    // What was written while it was read may be in it or not.
    if ((await inputsAgain).touch === inputs.touch) keepStanding(inputs.digest, OUTPUT, beside);
  } finally {
    await lock.release();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
  console.log(`Bygd i «${OUTPUT}» på ${seconds} s.`);
  await sayIdentity();
  return EXIT.done;
});

/** What came of making the site. */
interface Made extends Plan {
  /** What the process ended with that made it; null when it was interrupted, as it is when nothing is to be made. */
  readonly code: number | null;
  /** The files of the site that stands, listed when all new ones were made. What is put there later is not seen, and goes with them. */
  readonly old: Promise<readonly Listed[]>;
  /** What the build was made of, looked at again when all had been read. */
  readonly inputsAgain: Promise<Inputs>;
}

/**
 * Has the maker make the site in the staging folder (see `messages.ts`). It is started first: it loads its code and reads while it is
 * found out here whether there is anything to make.
 */
async function make(host: string | undefined, now: number, interruption: AbortSignal): Promise<Made> {
  // Ends the maker when there is nothing to make, and the helper when the maker has ended.
  const done = new AbortController();
  const stop = AbortSignal.any([interruption, done.signal]);
  // As soon as the maker is started.
  const planned = setImmediate().then(() => planFor(host, now));
  const [inputsAgain, allRead] = onceTold(() => inputsOf(host, now));
  const [old, allMade] = onceTold(() => filesBelow(OUTPUT));
  let flushed: Promise<unknown> = Promise.resolve();
  const forHost = host === undefined ? [] : ["--host", host];
  const code = await runSandboxed(MAKE, ["--into", staging, "--beside", besideDraft, ...forHost], {
    writable: [staging, besideDraft, CACHE_FOLDER],
    async meanwhile(tell) {
      const { inputs, standing, isLarge } = await planned;
      if (standing !== null) {
        done.abort();
        return null;
      }
      const found = sayFound(inputs.found);
      const helper = isLarge ? help(found, stop) : null;
      // Both are told before this process is busy with anything else.
      await Promise.all([tell(found), helper?.told, openStaging(OUTPUT)]);
      // What is the same whatever the content is made here meanwhile: the maker finds it in the cache, or makes it itself.
      await siteFont().catch(() => undefined);
      // Where much is new, little of what stands will be the same.
      const looks = isLarge ? lookAtOutput(staging) : beginWithStanding(staging, OUTPUT);
      const goAhead: GoAhead = { looks, inputs: inputs.digest, helped: isLarge };
      await tell(JSON.stringify(goAhead));
      // The disk is at what was begun here, or at what the helper has made once that has ended, while the maker makes the rest.
      flushed = Promise.resolve(helper?.ended).then(() => (stop.aborted ? false : flushAtOnce(staging)));
      flushed.catch(() => undefined); // it is waited for below
      return helper;
    },
    reached: [allRead, allMade],
    interruption: stop,
  }).finally(() => {
    done.abort();
    return flushed;
  });
  return { ...(await planned), code, old, inputsAgain };
}

/** What is done when it is told to be; whoever needs it waits for it. */
function onceTold<Value>(make: () => Value): readonly [made: Promise<Value>, tell: () => void] {
  let tell = () => {};
  const made = new Promise<void>((told) => {
    tell = told;
  }).then(make);
  made.catch(() => undefined);
  return [made, () => tell()];
}

/** What there is to build. */
interface Plan {
  readonly inputs: Inputs;
  /** What the build of the very same said, if it stands untouched. */
  readonly standing: Told | null;
  readonly isLarge: boolean;
}

function planFor(host: string | undefined, now: number): Plan {
  const inputs = inputsOf(host, now);
  const standing = recallStanding(inputs.digest, now, OUTPUT, beside);
  return { inputs, standing, isLarge: inputs.changedPages >= MANY && availableParallelism() > 1 };
}

/** The helper, which makes a part of the pages into the cache: nothing that it does or fails to do changes what is built. */
interface Helper {
  /** Until it has been told what was found, or has ended. */
  readonly told: Promise<unknown>;
  readonly ended: Promise<unknown>;
}

function help(found: string, interruption: AbortSignal): Helper {
  const [told, isTold] = onceTold(() => undefined);
  const meanwhile = async (tell: Tell) => {
    await tell(found).then(isTold);
    return null;
  };
  const sandbox = { writable: [CACHE_FOLDER], meanwhile, interruption, quiet: true };
  const ended = runSandboxed(MAKE, ["--helping"], sandbox).catch(() => undefined);
  return { told: Promise.race([told, ended]), ended };
}

/** All that a build is made of. It asks the clock for no more than the day: see `nextRelease`. */
function inputsOf(host: string | undefined, now: number): Inputs {
  const day = new Date(now).toISOString().slice(0, 10);
  return lookAtInputs([host ?? "", process.env.SITE_URL ?? "", process.env.PATH_PREFIX ?? "", day]);
}

async function sayIdentity(): Promise<void> {
  console.log(`Byggets kjennetegn: ${identity(await readFile(join(OUTPUT, MANIFEST), "utf8"))}`);
}
