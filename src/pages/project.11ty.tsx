import { ProjectLayout } from "../../_includes/layouts/ProjectLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Article, Project, Site } from "../model/site.ts";

interface Props {
  readonly item: { readonly site: Site; readonly article: Article; readonly project: Project };
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.projects", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.project.url}index.html`,
};

export function render({ item, assets }: Props) {
  return <ProjectLayout {...item} assets={assets} />;
}
