import { strings } from "../../src/strings/strings.ts";
import { Lead } from "../components/Lead.tsx";
import { PictureFigure } from "../components/PictureFigure.tsx";
import { PressPackage } from "../components/PressPackage.tsx";
import { Prose } from "../components/Prose.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** A contact sheet: every picture of an edition with its caption. */
export function GalleryLayout({ site, assets, article, sizes }: LayoutProps<"galleries">) {
  const { gallery, pictures } = article;
  const t = strings[gallery.language].picture;
  return (
    <Document site={site} assets={assets} page={gallery}>
      <div>
        <Lead page={gallery}>
          <a href={article.url}>
            {site.prize.name} {article.edition.year}
          </a>
        </Lead>
        <Prose page={gallery}>
          {pictures.every(({ photograph }) => photograph !== null) ? null : <p>{t.standIns}</p>}
        </Prose>
        <div class="contact-sheet">
          {pictures.map((picture, index) => (
            <PictureFigure picture={picture} language={gallery.language} place="sheet" eager={index === 0} />
          ))}
        </div>
        <PressPackage pictures={pictures} sizes={sizes} language={gallery.language} />
      </div>
    </Document>
  );
}
