import { FrontLayout } from "../../_includes/layouts/FrontLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("frontPages"),
  permalink: ({ item }: Given<"frontPages">) => `${item.page.url}index.html`,
};

export function render({ item, assets }: Given<"frontPages">) {
  return <FrontLayout {...item} assets={assets} />;
}
