import { strings } from "../../src/strings/strings.ts";
import { Lead } from "../components/Lead.tsx";
import { NeighbourLinks } from "../components/NeighbourLinks.tsx";
import { PictureFacts } from "../components/PictureFacts.tsx";
import { PictureFigure } from "../components/PictureFigure.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** One picture, large on a dark page, with everything known about it, what is not, and the way to the others. */
export function PictureLayout({ site, assets, article, page, previous, next }: LayoutProps<"pictures">) {
  const t = strings[page.language].picture;
  return (
    <Document site={site} assets={assets} page={page}>
      <article class="picture-page">
        <Lead page={page}>
          <a href={article.gallery.url}>{article.gallery.title}</a>
        </Lead>
        <PictureFigure picture={page.picture} language={page.language} place="page" eager />
        <PictureFacts picture={page.picture} language={page.language} />
      </article>
      <NeighbourLinks
        label={t.more}
        previous={{ label: t.previous, page: previous }}
        next={{ label: t.next, page: next }}
      />
    </Document>
  );
}
