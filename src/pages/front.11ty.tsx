import { FrontLayout } from "../../_includes/layouts/FrontLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("frontPages", ({ page }) => page.url);

export function render({ item, assets }: Given<"frontPages">) {
  return <FrontLayout {...item} assets={assets} />;
}
