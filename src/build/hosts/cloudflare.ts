import { headerRules, headersFile, redirectsFile } from "./headers-file.ts";
import { type Host, movesOf } from "./host.ts";

/** developers.cloudflare.com/pages, «Headers», «Redirects» and «Limits». */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;
const MOST_REDIRECTS = 2000;
const MOST_FILES = 20_000;
const LARGEST_FILE = 25 * 1024 * 1024;

/** Cloudflare Pages: the same two files as Netlify, with limits of its own. */
export const cloudflare: Host = {
  write(publication) {
    const rules = headerRules(publication);
    const headers = headersFile(rules);
    const faults: string[] = [];
    if (rules.length > MOST_RULES)
      faults.push(
        `Cloudflare Pages tar ${MOST_RULES} regler i _headers, og nettstedet trenger ${rules.length}.`,
      );
    const longest = Math.max(...headers.split("\n").map((line) => line.length));
    if (longest > LONGEST_LINE)
      faults.push(
        `Cloudflare Pages tar linjer på ${LONGEST_LINE} tegn i _headers, og den lengste er på ${longest}.`,
      );
    const count = movesOf(publication).length;
    if (count > MOST_REDIRECTS)
      faults.push(`Cloudflare Pages tar ${MOST_REDIRECTS} videresendinger, og nettstedet har ${count}.`);
    if (publication.files.length > MOST_FILES)
      faults.push(`Cloudflare Pages tar ${MOST_FILES} filer, og nettstedet har ${publication.files.length}.`);
    for (const { path, size } of publication.files) {
      if (size > LARGEST_FILE)
        faults.push(`Cloudflare Pages tar filer på høyst 25 MiB, og «${path}» er større.`);
    }
    return { inside: { _headers: headers, _redirects: redirectsFile(publication) }, faults };
  },
};
