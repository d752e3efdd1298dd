import { type Host, headerRule, machineFiles, movesOf, toJson } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE } from "./policy.ts";

/**
 * Firebase Hosting (firebase.google.com, «Configure Hosting behavior»): a file for the project's root, for its tool takes no folder that is
 * not below it. Where rules meet, the later one wins.
 */
export const firebase: Host = {
  write: (publication) => ({
    beside: {
      "firebase.json": toJson({
        hosting: {
          public: "dist",
          trailingSlash: true,
          headers: [
            headerRule("**", { ...publication.headers, "Cache-Control": FRESH }),
            headerRule(`/${HASHED_FOLDER}**`, { "Cache-Control": IMMUTABLE }),
            ...machineFiles(publication).map(({ url, headers }) => headerRule(url, headers)),
          ],
          redirects: movesOf(publication).map(({ from, to }) => ({
            source: from,
            destination: to,
            type: 301,
          })),
        },
      }),
    },
  }),
};
