import { type Host, headerRule, machineFiles, movesOf, toJson } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE } from "./policy.ts";

/** vercel.com/docs, «Project configuration»: rules and redirects together. */
const MOST_ROUTES = 2048;

/** Vercel: one file in the published folder, which is deployed as it is. No two rules give one address the same header. */
export const vercel: Host = {
  write(publication) {
    const headers = [
      headerRule("/(.*)", publication.headers),
      headerRule(`/((?!${HASHED_FOLDER}).*)`, { "Cache-Control": FRESH }),
      headerRule(`/${HASHED_FOLDER}(.*)`, { "Cache-Control": IMMUTABLE }),
      ...machineFiles(publication).map((file) => headerRule(exactly(file.url), file.headers)),
    ];
    const redirects = movesOf(publication).map(({ from, to }) => ({
      source: exactly(from),
      destination: to,
      statusCode: 301,
    }));
    const count = headers.length + redirects.length;
    return {
      inside: { "vercel.json": toJson({ trailingSlash: true, headers, redirects }) },
      faults:
        count > MOST_ROUTES ? [`Vercel tar ${MOST_ROUTES} regler, og nettstedet trenger ${count}.`] : [],
    };
  },
};

/** A path as the pattern that takes in it alone. */
function exactly(path: string): string {
  return path.replaceAll(".", "\\.");
}
