import { PlainLayout } from "../../_includes/layouts/PlainLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("site"),
  permalink: ({ item }: Given<"site">) => item.site.notFoundPage.url,
};

export function render({ item, assets }: Given<"site">) {
  return <PlainLayout {...item} page={item.site.notFoundPage} assets={assets} />;
}
