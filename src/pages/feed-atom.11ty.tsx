import { feedContent } from "../../_includes/components/FeedContent.tsx";
import { ATOM_PATH, atomFeed } from "../build/exports/feed.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("site"),
  permalink: ATOM_PATH,
};

/** The article and its projects in full, for feed readers (Atom, RFC 4287). */
export function render({ item: { site } }: Given<"site">): string {
  return atomFeed(site, feedContent(site));
}
