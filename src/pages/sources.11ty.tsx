import { SourcesLayout } from "../../_includes/layouts/SourcesLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("site"),
  permalink: ({ item }: Given<"site">) => `${item.site.sourcesPage.url}index.html`,
};

export function render({ item, assets }: Given<"site">) {
  return <SourcesLayout {...item} assets={assets} />;
}
