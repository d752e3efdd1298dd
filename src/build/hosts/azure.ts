import { type Host, machineFiles, movesOf, toJson } from "./host.ts";
import { FRESH, HASHED_FOLDER, IMMUTABLE, NOT_FOUND, typesByExtension } from "./policy.ts";

/** learn.microsoft.com, «Configure Azure Static Web Apps»: the whole file. */
const MOST_BYTES = 20 * 1024;

/** Azure Static Web Apps: one file in the published folder. A route's headers win over the global ones. */
export const azure: Host = {
  write(publication) {
    const config = toJson({
      trailingSlash: "always",
      globalHeaders: { ...publication.headers, "Cache-Control": FRESH },
      routes: [
        { route: `/${HASHED_FOLDER}*`, headers: { "Cache-Control": IMMUTABLE } },
        ...machineFiles(publication).map(({ url, headers }) => ({ route: url, headers })),
        ...movesOf(publication).map(({ from, to }) => ({ route: from, redirect: to, statusCode: 301 })),
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
