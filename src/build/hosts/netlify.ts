import { headerRules, headersFile, redirectsFile } from "./headers-file.ts";
import type { Host } from "./host.ts";

/** Netlify (docs.netlify.com, «Custom headers», «Redirects»): two files in the published folder. */
export const netlify: Host = {
  write: (publication) => ({
    inside: {
      _headers: headersFile(headerRules(publication)),
      _redirects: redirectsFile(publication),
    },
  }),
};
