import { FrontLayout } from "../../_includes/layouts/FrontLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Page, Site } from "../model/site.ts";

interface Props {
  readonly item: { readonly site: Site; readonly page: Page };
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.frontPages", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.page.url}index.html`,
};

export function render({ item, assets }: Props) {
  return <FrontLayout {...item} assets={assets} />;
}
