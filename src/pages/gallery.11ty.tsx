import type { PictureSizes } from "../../_includes/components/PressPackage.tsx";
import { GalleryLayout } from "../../_includes/layouts/GalleryLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Article, Site } from "../model/site.ts";

interface Props {
  readonly item: { readonly site: Site; readonly article: Article };
  readonly assets: Assets;
  readonly pictureSizes: PictureSizes;
}

export const data = {
  pagination: { data: "collection.articles", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.article.gallery.url}index.html`,
};

export function render({ item, assets, pictureSizes }: Props) {
  return <GalleryLayout {...item} assets={assets} sizes={pictureSizes} />;
}
