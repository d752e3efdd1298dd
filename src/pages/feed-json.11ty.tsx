import { feedContent } from "../../_includes/components/FeedContent.tsx";
import { JSON_PATH, jsonFeed } from "../build/exports/feed.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: JSON_PATH,
};

/** The same as JSON Feed 1.1. */
export function render({ item: site }: Props): string {
  return jsonFeed(site, feedContent(site));
}
