import { SourcesLayout } from "../../_includes/layouts/SourcesLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.sourcesPage.url}index.html`,
};

export function render({ item, assets }: Props) {
  return <SourcesLayout site={item} assets={assets} />;
}
