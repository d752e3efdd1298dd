/**
 * The most memory that the process which makes the site may hold, in megabytes: with the one that watches over it, a build
 * stays below 1.5 GB. A site as large as the contract takes, of ordinary pages, needs 0.93 GB in all, with that of the process
 * that helps (`npm run bench:bounds -- --whole`).
 */
export const MOST_MEMORY = 1350;

/** The same of the process that helps, which gives up then. */
export const HELPERS_MOST_MEMORY = 600;

/** How much of it JavaScript's own objects may take, in megabytes; finished pages and what draws pictures lie outside. */
export const MOST_HEAP = 700;

/** That a build needs more than it may have, in Bokmål, and at what. */
export function sayExhausted(step: string): string {
  return `Byggingen brukte for mye minne og ble stanset under «${step}». Innholdet der, eller alt til sammen, er for stort: del det opp. Den forrige byggingen står urørt.`;
}
