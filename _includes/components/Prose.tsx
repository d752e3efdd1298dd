import type { Page } from "../../src/model/site.ts";
import { Html } from "./Html.tsx";
import { PictureFigure } from "./PictureFigure.tsx";
import { Statement } from "./Statement.tsx";

/** The body of a page, block by block. */
export function Prose({ page: { prose, language } }: { page: Page }) {
  const first = prose.blocks.find(({ kind }) => kind === "picture");
  return (
    <>
      {prose.blocks.map((block) => {
        switch (block.kind) {
          case "html":
            return <Html html={block.html} />;
          case "statement":
            return <Statement html={block.html} speaker={block.speaker} language={language} />;
          case "picture":
            return (
              <PictureFigure
                picture={block.picture}
                language={language}
                place="column"
                eager={block === first}
              />
            );
        }
      })}
    </>
  );
}
