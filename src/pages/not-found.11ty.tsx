import { PlainLayout } from "../../_includes/layouts/PlainLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: ({ item }: Props) => item.notFoundPage.url,
};

export function render({ item, assets }: Props) {
  return <PlainLayout site={item} page={item.notFoundPage} assets={assets} />;
}
