import type { Language } from "../../src/model/language.ts";
import { licences } from "../../src/model/licence.ts";
import type { Picture } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { InlineHtml } from "./Html.tsx";
import { PictureImage, type PicturePlace } from "./PictureImage.tsx";

/**
 * A picture with its title, caption, credit and licence, which opens larger on its own page; until the photograph is there, its
 * drawing, honestly marked.
 */
export function PictureFigure({
  picture,
  language,
  place,
  eager = false,
}: {
  picture: Picture;
  language: Language;
  place: PicturePlace;
  eager?: boolean;
}) {
  return (
    <figure class="picture" id={`bilde-${picture.id}`}>
      <PictureFrame picture={picture} place={place} eager={eager} />
      <figcaption>
        <b>{picture.title}</b> <InlineHtml html={picture.captionHtml} />{" "}
        <PictureRights picture={picture} language={language} />
      </figcaption>
    </figure>
  );
}

function PictureFrame({ picture, place, eager }: { picture: Picture; place: PicturePlace; eager: boolean }) {
  const image = <PictureImage picture={picture} place={place} eager={eager} />;
  if (place !== "page")
    return (
      <a class="frame" href={picture.url}>
        {image}
      </a>
    );
  return picture.photograph === null ? image : <div class="frame">{image}</div>;
}

/** Who took it and what may be done with it; for a drawing, that it stands in for a photograph. */
function PictureRights({ picture, language }: { picture: Picture; language: Language }) {
  const t = strings[language].picture;
  if (picture.photograph !== null) return <small>{rightsOf(picture, language)}</small>;
  return (
    <small>
      <span class="mark">{t.illustration}</span> {t.noPhotograph}
    </small>
  );
}

/** «Foto: Kari Nordmann. Lisens: CC BY 4.0.», and what is not known as such. */
export function rightsOf({ photograph, credit, licence }: Picture, language: Language): string {
  const t = strings[language].picture;
  const say = photograph?.kind === "drawing" ? t.drawingRights : t.rights;
  return say(credit ?? t.unknown, licence === licences.ukjent ? t.unknown : licence.name);
}
