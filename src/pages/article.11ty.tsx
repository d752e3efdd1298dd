import { ArticleLayout } from "../../_includes/layouts/ArticleLayout.tsx";
import type { Assets } from "../model/assets.ts";
import type { Article, Site } from "../model/site.ts";

interface Props {
  readonly item: { readonly site: Site; readonly article: Article };
  readonly assets: Assets;
}

export const data = {
  pagination: { data: "collection.articlePages", size: 1, alias: "item" },
  permalink: ({ item }: Props) => `${item.article.url}index.html`,
};

export function render({ item, assets }: Props) {
  return <ArticleLayout {...item} assets={assets} />;
}
