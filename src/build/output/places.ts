import { basename, join } from "node:path";

/** What lies beside an output folder, on the same disk, so that a rename is enough. All of it can be deleted. */
export interface Places {
  /** A folder for each build: where it writes before it is whole, and where what it replaced waits for the next one. */
  readonly builds: string;
  /** The folder that is built in, and the one for the files that are not served: whoever runs the server needs them. */
  readonly staging: string;
  readonly beside: string;
  /** Where the old site waits while two renames put the new one in place; only where the system has no exchange. */
  readonly setAside: string;
  /** The names of the files that builds have put in the output folder, so that a file of somebody else's is known. */
  readonly record: string;
  readonly lock: string;
}

/** The folder of everything that a build keeps for the next one, or for itself. */
export const CACHE = ".cache";

export function placesFor(output: string): Places {
  const place = (name: string) => join(CACHE, `${basename(output)}-${name}`);
  const builds = place("builds");
  return {
    builds,
    // Not one name with an ending for the other: Node 20's permission model then loses the right to the shorter one.
    staging: join(builds, "site"),
    beside: join(builds, "deploy"),
    setAside: place("set-aside"),
    record: place("published.json"),
    lock: place("build.lock"),
  };
}
