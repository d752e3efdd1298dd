import { PrizeLayout } from "../../_includes/layouts/PrizeLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("prizePage", ({ site }) => site.prizePage.url);

export function render({ item, assets }: Given<"prizePage">) {
  return <PrizeLayout {...item} assets={assets} />;
}
