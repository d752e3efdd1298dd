import { DataLayout } from "../../_includes/layouts/DataLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.dataPage.url}index.html`,
};

export function render({ item, assets }: Props) {
  return <DataLayout site={item} assets={assets} />;
}
