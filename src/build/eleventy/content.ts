import type { Site } from "../../model/site.ts";
import { readBuildTime } from "../contract/clock.ts";
import { type Procedure, readContent } from "../contract/read.ts";
import { once } from "../format/once.ts";
import { readAddress } from "../hosts/address.ts";

/**
 * The content, read once for a build, as whoever asks first says, at one moment that decides which pages are due. The
 * live preview's build has `SHOW_WAITING` set, and sees the pages that wait.
 */
export const currentReading = once(async (procedure?: Procedure) => {
  const now = readBuildTime(process.env);
  const view = { now, waitingToo: process.env.SHOW_WAITING === "1" };
  const { site, ...rest } = await readContent(process.cwd(), view, procedure);
  return { site: site === null ? null : settle(site), now, ...rest };
});

/** The site at the address that the environment gives it; its own address then ends with the path it lies under. */
function settle(site: Site): Site {
  const { prefix, origin } = readAddress(process.env);
  const { href } = new URL(prefix, origin ?? site.settings.url);
  return { ...site, settings: { ...site.settings, url: href } };
}
