import type { Redirect } from "../../model/site.ts";
import type { Entries } from "./heads.ts";
import type { Documents } from "./links.ts";
import type { Report } from "./problem.ts";

/**
 * Every old address with the page that it leads to. Tells those that something else answers already: another page, a file
 * of the build, or the same alias once more. Hosts do not tell letters' case or a last slash apart in the same way, so neither does this.
 */
export function resolveAliases(entries: Entries, documents: Documents, report: Report): readonly Redirect[] {
  const owners = new Map([...documents.generated].map((url) => [plain(url), "noe som byggingen lager"]));
  for (const { place, file } of documents.all) owners.set(plain(place.url), file);
  const redirects: Redirect[] = [];
  for (const { document, head } of [...entries.articles, ...entries.projects, ...entries.pages]) {
    head.aliases?.forEach((from, index) => {
      const owner = from.startsWith("/assets/") ? "bilder og skrift" : owners.get(plain(from));
      if (owner !== undefined) {
        const message = `«${from}» er alt i bruk (${owner}). En gammel adresse kan bare føre til én side, og må være ledig.`;
        report.add("taken-alias", document.file, document.head.at(["aliases", index]), message);
      }
      owners.set(plain(from), document.file);
      redirects.push({ from, to: document.place.url });
    });
  }
  return redirects.sort((a, b) => (a.from < b.from ? -1 : 1));
}

function plain(url: string): string {
  return url.toLowerCase().replace(/\/(?:index\.html)?$/, "");
}
