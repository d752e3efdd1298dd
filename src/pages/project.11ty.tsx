import { ProjectLayout } from "../../_includes/layouts/ProjectLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("projects"),
  permalink: ({ item }: Given<"projects">) => `${item.project.url}index.html`,
};

export function render({ item, assets }: Given<"projects">) {
  return <ProjectLayout {...item} assets={assets} />;
}
