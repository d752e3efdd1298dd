import { UsageFault } from "../output/environment.ts";

/**
 * The moment that decides for a whole build which pages are due: now, or `SOURCE_DATE_EPOCH`, in seconds since 1970
 * (reproducible-builds.org). It never reaches what is built. Throws a UsageFault when it cannot be used.
 */
export function readBuildTime({ SOURCE_DATE_EPOCH = "" }: NodeJS.ProcessEnv): number {
  if (SOURCE_DATE_EPOCH === "") return Date.now();
  if (/^\d{1,11}$/.test(SOURCE_DATE_EPOCH)) return Number(SOURCE_DATE_EPOCH) * 1000;
  throw new UsageFault(
    `SOURCE_DATE_EPOCH er «${SOURCE_DATE_EPOCH}». Skriv et helt tall: sekunder siden 1. januar 1970.`,
  );
}
