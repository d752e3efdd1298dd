import { SourcesLayout } from "../../_includes/layouts/SourcesLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("sourcesPage"),
  permalink: ({ item }: Given<"sourcesPage">) => `${item.site.sourcesPage.url}index.html`,
};

export function render({ item, assets }: Given<"sourcesPage">) {
  return <SourcesLayout {...item} assets={assets} />;
}
