import type { Article, PicturePage } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Lead } from "../components/Lead.tsx";
import { PictureFacts } from "../components/PictureFacts.tsx";
import { PictureFigure } from "../components/PictureFigure.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** One picture, large on a dark page, with everything known about it, what is not, and the way to the others. */
export function PictureLayout({
  site,
  assets,
  article,
  page,
}: LayoutProps & { article: Article; page: PicturePage }) {
  const t = strings[page.language].picture;
  const index = article.picturePages.indexOf(page);
  return (
    <Document site={site} assets={assets} page={page} dark>
      <article class="picture-page">
        <Lead page={page}>
          <a href={article.gallery.url}>{article.gallery.title}</a>
        </Lead>
        <PictureFigure picture={page.picture} language={page.language} place="page" eager />
        <PictureFacts picture={page.picture} language={page.language} />
      </article>
      <nav class="neighbours" aria-label={t.more}>
        <Neighbour label={t.previous} page={article.picturePages[index - 1]} />
        <Neighbour label={t.next} page={article.picturePages[index + 1]} />
      </nav>
    </Document>
  );
}

function Neighbour({ label, page }: { label: string; page: PicturePage | undefined }) {
  if (page === undefined) return null;
  return (
    <a href={page.url}>
      <small>{label}</small> {page.title}
    </a>
  );
}
