import type { PictureSizes } from "../../_includes/components/PressPackage.tsx";
import { GalleryLayout } from "../../_includes/layouts/GalleryLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("articles"),
  permalink: ({ item }: Given<"articles">) => `${item.article.gallery.url}index.html`,
};

type Props = Given<"articles"> & { readonly pictureSizes: PictureSizes };

export function render({ item, assets, pictureSizes }: Props) {
  return <GalleryLayout {...item} assets={assets} sizes={pictureSizes} />;
}
