import { MANIFEST } from "../output/manifest.ts";
import { type Host, machineFiles, movesOf, toJson } from "./host.ts";
import { classOf, FRESH, IMMUTABLE, NOT_FOUND, OPEN, typeOf } from "./policy.ts";

/**
 * Stores that speak S3, behind a CDN: each object's own metadata, the redirects as objects of the store's website, and
 * the headers that only the CDN can add.
 */
export const s3: Host = {
  takesPrefix: true,
  write: (publication) => ({
    beside: {
      "s3.json": toJson({
        objects: [...publication.files, { path: MANIFEST }].map(({ path }) => ({
          key: publication.prefix.slice(1) + path,
          file: path,
          contentType: typeOf(path),
          cacheControl: classOf(path) === "hashed" ? IMMUTABLE : FRESH,
        })),
        redirects: movesOf(publication).map(({ from, to }) => ({
          key: from.slice(1) + (from.endsWith("/") ? "index.html" : ""),
          websiteRedirectLocation: to,
        })),
        website: { indexDocument: "index.html", errorDocument: publication.prefix.slice(1) + NOT_FOUND },
        cdnHeaders: {
          all: publication.headers,
          open: { paths: machineFiles(publication).map(({ url }) => url), ...OPEN },
        },
      }),
    },
  }),
};
