import { PrizeLayout } from "../../_includes/layouts/PrizeLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("prizePage"),
  permalink: ({ item }: Given<"prizePage">) => `${item.site.prizePage.url}index.html`,
};

export function render({ item, assets }: Given<"prizePage">) {
  return <PrizeLayout {...item} assets={assets} />;
}
