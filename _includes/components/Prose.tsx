import type { Block } from "../../src/model/site.ts";
import { Html } from "./Html.tsx";
import { PictureFigure } from "./PictureFigure.tsx";
import { Statement } from "./Statement.tsx";

/** The body of a page, block by block. */
export function Prose({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block) => {
        switch (block.kind) {
          case "html":
            return <Html html={block.html} />;
          case "statement":
            return <Statement html={block.html} speaker={block.speaker} />;
          case "picture":
            return <PictureFigure picture={block.picture} />;
        }
      })}
    </>
  );
}
