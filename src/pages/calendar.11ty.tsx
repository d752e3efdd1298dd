import { calendar, calendarPath } from "../build/exports/calendar.ts";
import { withoutTypesetting } from "../build/format/text.ts";
import type { Article, Site } from "../model/site.ts";

interface Props {
  readonly item: { readonly site: Site; readonly article: Article };
}

export const data = {
  pagination: { data: "collection.articles", size: 1, alias: "item" },
  permalink: ({ item }: Props) => calendarPath(item.article),
};

/** The award and the days after it, for calendars (RFC 5545). */
export function render({ item: { site, article } }: Props): string {
  return withoutTypesetting(calendar(site, article));
}
