import type { Host } from "./host.ts";
import { ruleFiles } from "./netlify.ts";

/** developers.cloudflare.com/pages, «Headers», «Redirects» and «Limits». */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;
const MOST_REDIRECTS = 2000;
const MOST_FILES = 20_000;
const LARGEST_FILE = 25 * 1024 * 1024;

/** Cloudflare Pages: the same two files as Netlify, with limits of its own. */
export const cloudflare: Host = {
  write(publication) {
    const inside = ruleFiles(publication);
    const lines = inside._headers.split("\n");
    const rules = lines.filter((line) => line.startsWith("/")).length;
    const longest = Math.max(...lines.map(({ length }) => length));
    const redirects = inside._redirects.split("\n").length - 1;
    const { files } = publication;
    const tooMuch = [
      rules > MOST_RULES && `${MOST_RULES} regler i _headers, og nettstedet trenger ${rules}`,
      longest > LONGEST_LINE && `linjer på ${LONGEST_LINE} tegn i _headers, og den lengste er på ${longest}`,
      redirects > MOST_REDIRECTS && `${MOST_REDIRECTS} videresendinger, og nettstedet har ${redirects}`,
      files.length > MOST_FILES && `${MOST_FILES} filer, og nettstedet har ${files.length}`,
      ...files.map(
        ({ path, size }) => size > LARGEST_FILE && `filer på høyst 25 MiB, og «${path}» er større`,
      ),
    ];
    const faults = tooMuch.filter((what) => what !== false).map((what) => `Cloudflare Pages tar ${what}.`);
    return { inside, faults };
  },
};
