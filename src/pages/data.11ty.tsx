import { DataLayout } from "../../_includes/layouts/DataLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("dataPage", ({ site }) => site.dataPage.url);

export function render({ item, assets }: Given<"dataPage">) {
  return <DataLayout {...item} assets={assets} />;
}
