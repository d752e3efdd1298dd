import { basename, join } from "node:path";

/** The folder of everything that a build keeps for the next one, or for itself. */
export const CACHE = ".cache";

/** What lies beside an output folder, on the same disk, so that a rename is enough. All of it can be deleted. */
export function placesFor(output: string) {
  const place = (name: string) => join(CACHE, `${basename(output)}-${name}`);
  const builds = place("builds");
  return {
    /** Where a build writes before it is whole, and where what it replaced waits for the next one. */
    builds,
    /**
     * The folder that is built in, and the one for the files that are not served: whoever runs the server needs them. Not one name
     * with an ending for the other: Node 20's permission model then loses the right to the shorter one.
     */
    staging: join(builds, "site"),
    beside: join(builds, "deploy"),
    /** Where the old site waits while two renames put the new one in place; only where the system has no exchange. */
    setAside: place("set-aside"),
    /** The names of the files that builds have put in the output folder, so that a file of somebody else's is known. */
    record: place("published.json"),
    lock: place("build.lock"),
  };
}
