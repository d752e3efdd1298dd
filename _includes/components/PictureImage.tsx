import type { Photograph, Picture } from "../../src/model/site.ts";
import { StandInDrawing } from "../drawings/StandInDrawing.tsx";

/** Where a picture is shown: in a column of text, on the contact sheet, or large on its own page. */
export type PicturePlace = "column" | "sheet" | "page";

/**
 * How wide each place shows a picture, for the browser to choose a file by. Follows `layout.css` and `pictures.css`, in pixels
 * and not in rem, which here would be the reader's own and not the page's; a browser test holds the two together.
 */
const sizes: Readonly<Record<PicturePlace, (photograph: Photograph) => string>> = {
  column: () => "(min-width: 760px) 742px, calc(100vw - 45px)",
  sheet: () => "(min-width: 1025px) min(50vw - 50px, 595px), calc(100vw - 45px)",
  page: ({ fallback: { width, height } }) =>
    `min(100vw - 45px, 1249px, ${Math.round((PAGE_HEIGHT * width) / height)}vh)`,
};

/** The most of a window's height that a picture takes on its own page, in per cent. */
const PAGE_HEIGHT = 80;

/** The photograph over its own colour, or the drawing that stands in for it. */
export function PictureImage({
  picture,
  place,
  eager,
}: {
  picture: Picture;
  place: PicturePlace;
  eager: boolean;
}) {
  const { photograph, alt, focus } = picture;
  if (photograph === null) return <StandInDrawing picture={picture} />;
  const { fallback, alternatives, colour } = photograph;
  const chosen = fallback.srcset === "" ? {} : { sizes: sizes[place](photograph) };
  return (
    <>
      {colour === null ? null : (
        <svg class="placeholder" aria-hidden="true">
          <rect width="100%" height="100%" fill={colour} />
        </svg>
      )}
      <picture>
        {alternatives.map(({ type, srcset }) => (
          <source type={type} srcset={srcset} {...chosen} />
        ))}
        <img
          class={focus === null ? undefined : `x-${quarter(focus.x)} y-${quarter(focus.y)}`}
          src={fallback.url}
          srcset={fallback.srcset === "" ? undefined : fallback.srcset}
          {...chosen}
          width={fallback.width}
          height={fallback.height}
          alt={alt}
          loading={eager ? "eager" : "lazy"}
          fetchpriority={eager ? "high" : undefined}
          decoding="async"
        />
      </picture>
    </>
  );
}

/** The nearest of the five places that the style sheet knows. */
function quarter(percent: number): number {
  return Math.round(percent / 25) * 25;
}
