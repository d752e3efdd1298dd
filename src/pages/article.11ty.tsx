import { ArticleLayout } from "../../_includes/layouts/ArticleLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("articlePages", ({ article }) => article.url);

export function render({ item, assets }: Given<"articlePages">) {
  return <ArticleLayout {...item} assets={assets} />;
}
