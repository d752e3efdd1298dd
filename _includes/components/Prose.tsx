import type { ComponentChildren } from "preact";
import type { Page } from "../../src/model/site.ts";
import { Html } from "./Html.tsx";
import { PictureFigure } from "./PictureFigure.tsx";
import { Statement } from "./Statement.tsx";

/** The body of a page, block by block, and what follows it there. */
export function Prose({ page: { prose, language }, children }: { page: Page; children?: ComponentChildren }) {
  return (
    <div class="body">
      {prose.blocks.map((block) => {
        switch (block.kind) {
          case "html":
            return <Html html={block.html} />;
          case "statement":
            return <Statement html={block.html} speaker={block.speaker} language={language} />;
          case "picture":
            return <PictureFigure picture={block.picture} language={language} place="column" />;
        }
      })}
      {children}
    </div>
  );
}
