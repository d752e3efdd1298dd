import { feedContent } from "../../_includes/components/FeedContent.tsx";
import { ATOM_PATH, atomFeed, jsonFeed } from "../build/exports/feed.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("feeds", ({ path }) => path);

/** What is new, in full, for feed readers: as Atom (RFC 4287) and as JSON Feed 1.1. */
export function render({ item: { site, pages, path } }: Given<"feeds">): string | Promise<string> {
  const feed = path === ATOM_PATH ? atomFeed : jsonFeed;
  return feed(site, pages, feedContent(site));
}
