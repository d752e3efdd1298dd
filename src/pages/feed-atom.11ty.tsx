import { feedContent } from "../../_includes/components/FeedContent.tsx";
import { ATOM_PATH, atomFeed } from "../build/exports/feed.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: ATOM_PATH,
};

/** The article and its projects in full, for feed readers (Atom, RFC 4287). */
export function render({ item: site }: Props): string {
  return atomFeed(site, feedContent(site));
}
