import { PlainLayout } from "../../_includes/layouts/PlainLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("notFoundPage", ({ site }) => site.notFoundPage.url);

export function render({ item, assets }: Given<"notFoundPage">) {
  return <PlainLayout {...item} page={item.site.notFoundPage} assets={assets} />;
}
