import { PrizeLayout } from "../../_includes/layouts/PrizeLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("site"),
  permalink: ({ item }: Given<"site">) => `${item.site.prizePage.url}index.html`,
};

export function render({ item, assets }: Given<"site">) {
  return <PrizeLayout {...item} assets={assets} />;
}
