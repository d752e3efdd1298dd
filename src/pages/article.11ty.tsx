import { ArticleLayout } from "../../_includes/layouts/ArticleLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = {
  pagination: eachOf("articlePages"),
  permalink: ({ item }: Given<"articlePages">) => `${item.article.url}index.html`,
};

export function render({ item, assets }: Given<"articlePages">) {
  return <ArticleLayout {...item} assets={assets} />;
}
