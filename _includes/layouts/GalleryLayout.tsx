import type { Article } from "../../src/model/site.ts";
import { Lead } from "../components/Lead.tsx";
import { PictureFigure } from "../components/PictureFigure.tsx";
import { Prose } from "../components/Prose.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** A contact sheet: every picture of an edition with its caption. */
export function GalleryLayout({ site, assets, article }: LayoutProps & { article: Article }) {
  const { gallery, pictures } = article;
  return (
    <Document site={site} assets={assets} page={gallery}>
      <div class="gallery">
        <Lead page={gallery}>
          <a href={article.url}>
            {site.prize.name} {article.edition.year}
          </a>
        </Lead>
        <div class="body">
          <Prose page={gallery} />
        </div>
        <div class="contact-sheet">
          {pictures.map((picture, index) => (
            <PictureFigure picture={picture} language={gallery.language} eager={index === 0} />
          ))}
        </div>
      </div>
    </Document>
  );
}
