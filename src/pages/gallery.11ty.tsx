import { GalleryLayout } from "../../_includes/layouts/GalleryLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("galleries"),
  permalink: ({ item }: Given<"galleries">) => `${item.article.gallery.url}index.html`,
};

export function render({ item, assets }: Given<"galleries">) {
  return <GalleryLayout {...item} assets={assets} />;
}
