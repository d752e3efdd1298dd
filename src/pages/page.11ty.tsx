import { PlainLayout } from "../../_includes/layouts/PlainLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("plainPages", ({ page }) => page.url);

export function render({ item, assets }: Given<"plainPages">) {
  return <PlainLayout {...item} assets={assets} />;
}
