import { formsOf, type Host, machineFiles, toJson } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, OPEN } from "./policy.ts";

/** Firebase Hosting (firebase.google.com, «Configure Hosting behavior»). Where rules meet, the later one wins. */
export const firebase: Host = {
  precompressed: false,
  metaPolicy: false,
  takesPrefix: false,
  write: (publication) => ({
    beside: {
      "firebase.json": toJson({
        hosting: {
          public: "../dist",
          trailingSlash: true,
          headers: [
            rule("**", { ...publication.headers, "Cache-Control": FRESH }),
            rule(`/${HASHED_FOLDER}**`, { "Cache-Control": IMMUTABLE }),
            ...machineFiles(publication).map(({ url, type }) => rule(url, { "Content-Type": type, ...OPEN })),
          ],
          redirects: publication.redirects.flatMap(({ from, to }) =>
            formsOf(from).map((source) => ({ source, destination: to, type: 301 })),
          ),
        },
      }),
    },
  }),
};

function rule(source: string, headers: Readonly<Record<string, string>>) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
