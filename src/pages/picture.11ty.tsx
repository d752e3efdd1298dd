import { PictureLayout } from "../../_includes/layouts/PictureLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("pictures"),
  permalink: ({ item }: Given<"pictures">) => `${item.page.url}index.html`,
};

export function render({ item, assets }: Given<"pictures">) {
  return <PictureLayout {...item} assets={assets} />;
}
