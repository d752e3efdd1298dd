import { DataLayout } from "../../_includes/layouts/DataLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("dataPage"),
  permalink: ({ item }: Given<"dataPage">) => `${item.site.dataPage.url}index.html`,
};

export function render({ item, assets }: Given<"dataPage">) {
  return <DataLayout {...item} assets={assets} />;
}
