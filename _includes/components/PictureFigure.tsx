import type { Language } from "../../src/model/language.ts";
import type { Picture } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { StandInDrawing } from "../drawings/StandInDrawing.tsx";

/** A picture with its title, caption, credit and licence; until the photograph is there, its drawing, honestly marked. */
export function PictureFigure({
  picture,
  language,
  eager = false,
}: {
  picture: Picture;
  language: Language;
  eager?: boolean;
}) {
  return (
    <figure class="picture" id={`bilde-${picture.id}`}>
      <PictureImage picture={picture} eager={eager} />
      <figcaption>
        <b>{picture.title}</b> {picture.caption} <PictureRights picture={picture} language={language} />
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
export function PictureRights({ picture, language }: { picture: Picture; language: Language }) {
  const t = strings[language];
  if (picture.photograph === null) {
    return (
      <small>
        <span class="mark">{t.illustration}</span> {t.noPhotograph}
      </small>
    );
  }
  return <small>{t.photograph(picture.credit, picture.licence)}</small>;
}
