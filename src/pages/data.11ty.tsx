import { DataLayout } from "../../_includes/layouts/DataLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("site"),
  permalink: ({ item }: Given<"site">) => `${item.site.dataPage.url}index.html`,
};

export function render({ item, assets }: Given<"site">) {
  return <DataLayout {...item} assets={assets} />;
}
