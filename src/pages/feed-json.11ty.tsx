import { feedContent } from "../../_includes/components/FeedContent.tsx";
import { JSON_PATH, jsonFeed } from "../build/exports/feed.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("site"),
  permalink: JSON_PATH,
};

/** The same as JSON Feed 1.1. */
export function render({ item: { site } }: Given<"site">): string {
  return jsonFeed(site, feedContent(site));
}
