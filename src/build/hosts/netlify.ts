import { type Host, machineFiles, movesOf, type Publication } from "./host.ts";
import { HASHED_FOLDER, IMMUTABLE } from "./policy.ts";

/** Netlify (docs.netlify.com, «Custom headers», «Redirects»): two files in the published folder. */
export const netlify: Host = {
  write: (publication) => ({ inside: ruleFiles(publication) }),
};

/**
 * The policy for the hosts that read `_headers` and `_redirects`. No two rules that match one address name the same header: Cloudflare
 * would send both values. These hosts themselves let pages be kept only after asking, so only the exception is written.
 */
export function ruleFiles(publication: Publication) {
  const rules = [
    { url: "/*", headers: publication.headers },
    { url: `/${HASHED_FOLDER}*`, headers: { "Cache-Control": IMMUTABLE } },
    ...machineFiles(publication),
  ].map(({ url, headers }) => [
    url,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    "",
  ]);
  const redirects = movesOf(publication).map(({ from, to }) => `${from} ${to} 301\n`);
  return { _headers: rules.flat().join("\n"), _redirects: redirects.join("") };
}
