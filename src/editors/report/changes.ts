import type { BuiltPage } from "./pages.ts";

/** A page whose words, pictures or links are others than before. */
export interface ChangedPage {
  readonly before: BuiltPage;
  readonly after: BuiltPage;
}

/** A page that has left its address. */
export interface GonePage {
  readonly before: BuiltPage;
  /** Where a reader who asks for the old address is sent; null when the reader finds nothing. */
  readonly redirect: string | null;
  /** The new page that says nearly the same, when there is one. */
  readonly successor: BuiltPage | null;
}

/** What a change does to the site's pages. */
export interface Changes {
  readonly added: readonly BuiltPage[];
  readonly changed: readonly ChangedPage[];
  readonly gone: readonly GonePage[];
  /** How many pages have other bytes and the same words, pictures and links. */
  readonly shellOnly: number;
  readonly same: number;
  /** Addresses of other sites that no page linked to before, each with the page. */
  readonly outside: readonly { readonly address: string; readonly page: string }[];
}

type Pages = ReadonlyMap<string, BuiltPage>;

/** So much of the words must be the same for a page to be taken for another's successor. */
const LIKENESS = 0.6;

/** Compares two builds. `redirects` are the old addresses that the new site sends on. */
export function comparePages(before: Pages, after: Pages, redirects: ReadonlyMap<string, string>): Changes {
  const added = [...after.values()].filter(({ url }) => !before.has(url));
  const gone = [...before.values()]
    .filter(({ url }) => !after.has(url))
    .map((page): GonePage => {
      const redirect = redirects.get(page.url) ?? null;
      const target = redirect === null ? undefined : after.get(redirect);
      return { before: page, redirect, successor: target ?? likest(page, added) };
    });
  const moved = new Map(gone.flatMap(({ before: old, successor }) => (successor ? [[successor, old]] : [])));
  const pairs = [...after.values()].flatMap((page): readonly ChangedPage[] => {
    const old = before.get(page.url) ?? moved.get(page);
    return old === undefined ? [] : [{ before: old, after: page }];
  });
  const changed = pairs.filter((pair) => !saysTheSame(pair));
  const stayed = pairs.filter((pair) => saysTheSame(pair) && pair.before.url === pair.after.url);
  const known = new Set([...before.values()].flatMap(({ outside }) => [...outside]));
  const outside = new Map<string, string>();
  for (const page of after.values())
    for (const address of page.outside)
      if (!known.has(address) && !outside.has(address)) outside.set(address, page.url);
  return {
    added: added.filter((page) => !moved.has(page)),
    changed,
    gone,
    shellOnly: stayed.filter((pair) => pair.before.sha256 !== pair.after.sha256).length,
    same: stayed.filter((pair) => pair.before.sha256 === pair.after.sha256).length,
    outside: [...outside].map(([address, page]) => ({ address, page })),
  };
}

function saysTheSame({ before, after }: ChangedPage): boolean {
  const said = ({ lines, pictures, outside }: BuiltPage) => JSON.stringify([lines, pictures, [...outside]]);
  return said(before) === said(after);
}

function likest(page: BuiltPage, candidates: readonly BuiltPage[]): BuiltPage | null {
  const own = new Set(page.lines);
  const scored = candidates.map((candidate) => {
    const shared = candidate.lines.filter((line) => own.has(line)).length;
    return { candidate, likeness: shared / Math.max(own.size, candidate.lines.length) };
  });
  const best = scored.sort((a, b) => b.likeness - a.likeness)[0];
  return best !== undefined && best.likeness >= LIKENESS ? best.candidate : null;
}
