import { formsOf, type Host, machineFiles, toJson } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, OPEN } from "./policy.ts";

/** vercel.com/docs, «Project configuration»: rules and redirects together. */
const MOST_ROUTES = 2048;

/** Vercel: one file in the published folder, which is deployed as it is. No two rules give one address the same header. */
export const vercel: Host = {
  precompressed: false,
  metaPolicy: false,
  takesPrefix: false,
  write(publication) {
    const headers = [
      rule("/(.*)", publication.headers),
      rule(`/((?!${HASHED_FOLDER}).*)`, { "Cache-Control": FRESH }),
      rule(`/${HASHED_FOLDER}(.*)`, { "Cache-Control": IMMUTABLE }),
      ...machineFiles(publication).map(({ url, type }) =>
        rule(url.replaceAll(".", "\\."), { "Content-Type": type, ...OPEN }),
      ),
    ];
    const redirects = publication.redirects.flatMap(({ from, to }) =>
      formsOf(from).map((source) => ({
        source: source.replaceAll(".", "\\."),
        destination: to,
        statusCode: 301,
      })),
    );
    const count = headers.length + redirects.length;
    return {
      inside: { "vercel.json": toJson({ trailingSlash: true, headers, redirects }) },
      faults:
        count > MOST_ROUTES ? [`Vercel tar ${MOST_ROUTES} regler, og nettstedet trenger ${count}.`] : [],
    };
  },
};

function rule(source: string, headers: Readonly<Record<string, string>>) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
