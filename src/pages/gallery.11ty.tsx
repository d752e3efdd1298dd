import { GalleryLayout } from "../../_includes/layouts/GalleryLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("galleries", ({ article }) => article.gallery.url);

export function render({ item, assets }: Given<"galleries">) {
  return <GalleryLayout {...item} assets={assets} />;
}
