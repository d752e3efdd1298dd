import { PictureLayout } from "../../_includes/layouts/PictureLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Article, PicturePage, Site } from "../model/site.ts";

interface Props {
  readonly item: { readonly site: Site; readonly article: Article; readonly page: PicturePage };
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.pictures", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.page.url}index.html`,
};

export function render({ item, assets }: Props) {
  return <PictureLayout {...item} assets={assets} />;
}
