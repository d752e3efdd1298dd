import { PictureLayout } from "../../_includes/layouts/PictureLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("pictures", ({ page }) => page.url);

export function render({ item, assets }: Given<"pictures">) {
  return <PictureLayout {...item} assets={assets} />;
}
