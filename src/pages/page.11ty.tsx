import { PlainLayout } from "../../_includes/layouts/PlainLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("plainPages"),
  permalink: ({ item }: Given<"plainPages">) => `${item.page.url}index.html`,
};

export function render({ item, assets }: Given<"plainPages">) {
  return <PlainLayout {...item} assets={assets} />;
}
