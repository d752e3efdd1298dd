import { SourcesLayout } from "../../_includes/layouts/SourcesLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("sourcesPage", ({ site }) => site.sourcesPage.url);

export function render({ item, assets }: Given<"sourcesPage">) {
  return <SourcesLayout {...item} assets={assets} />;
}
