import { formsOf, type Host, machineFiles, toJson } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, NOT_FOUND, OPEN, typesByExtension } from "./policy.ts";

/** learn.microsoft.com, «Configure Azure Static Web Apps»: the whole file. */
const MOST_BYTES = 20 * 1024;

/** Azure Static Web Apps: one file in the published folder. A route's headers win over the global ones. */
export const azure: Host = {
  precompressed: false,
  metaPolicy: false,
  takesPrefix: false,
  write(publication) {
    const config = toJson({
      trailingSlash: "always",
      globalHeaders: { ...publication.headers, "Cache-Control": FRESH },
      routes: [
        { route: `/${HASHED_FOLDER}*`, headers: { "Cache-Control": IMMUTABLE } },
        ...machineFiles(publication).map(({ url, type }) => ({
          route: url,
          headers: { "Content-Type": type, ...OPEN },
        })),
        ...publication.redirects.flatMap(({ from, to }) =>
          formsOf(from).map((route) => ({ route, redirect: to, statusCode: 301 })),
        ),
      ],
      responseOverrides: { 404: { rewrite: `/${NOT_FOUND}`, statusCode: 404 } },
      mimeTypes: Object.fromEntries(typesByExtension.map(([extension, type]) => [`.${extension}`, type])),
    });
    const size = Buffer.byteLength(config);
    return {
      inside: { "staticwebapp.config.json": config },
      faults:
        size > MOST_BYTES
          ? [`Azure Static Web Apps tar ${MOST_BYTES} byte, og oppsettet er på ${size}.`]
          : [],
    };
  },
};
