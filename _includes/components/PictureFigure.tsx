import type { Picture } from "../../src/model/site.ts";
import { StandInDrawing } from "../drawings/StandInDrawing.tsx";

/** A picture with its title, caption, credit and licence; until the photograph is there, its drawing, honestly marked. */
export function PictureFigure({ picture, eager = false }: { picture: Picture; eager?: boolean }) {
  return (
    <figure class="picture" id={`bilde-${picture.id}`}>
      <PictureImage picture={picture} eager={eager} />
      <figcaption>
        <b>{picture.title}</b> {picture.caption} <PictureRights picture={picture} />
      </figcaption>
    </figure>
  );
}

function PictureImage({ picture, eager }: { picture: Picture; eager: boolean }) {
  const { photograph } = picture;
  if (photograph === null) return <StandInDrawing picture={picture} />;
  const { fallback, alternatives, sizes } = photograph;
  return (
    <picture>
      {alternatives.map(({ type, srcset }) => (
        <source type={type} srcset={srcset} sizes={sizes} />
      ))}
      <img
        src={fallback.url}
        srcset={fallback.srcset}
        sizes={sizes}
        width={fallback.width}
        height={fallback.height}
        alt={picture.alt}
        loading={eager ? "eager" : "lazy"}
        decoding="async"
      />
    </picture>
  );
}

/** Who took it and what may be done with it; for a drawing, that it stands in for a photograph. */
export function PictureRights({ picture }: { picture: Picture }) {
  if (picture.photograph === null) {
    return (
      <small>
        <span class="mark">Illustrasjon</span> Originalfotografiet er ikke tilgjengelig her.
      </small>
    );
  }
  return (
    <small>
      Foto: {picture.credit}. Lisens: {picture.licence}.
    </small>
  );
}
