import { fileSize, number } from "../../src/build/format/number.ts";
import type { PictureSizes } from "../../src/model/collections.ts";
import type { Language } from "../../src/model/language.ts";
import type { Picture } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { rightsOf } from "./PictureFigure.tsx";

/** The pictures that others may use: the largest file of each, on what terms, and the caption ready to copy. Nothing where there are none. */
export function PressPackage({
  pictures,
  sizes,
  language,
}: {
  pictures: readonly Picture[];
  sizes: PictureSizes;
  language: Language;
}) {
  if (pictures.length === 0) return null;
  const t = strings[language].picture;
  const usable = pictures.flatMap((picture) =>
    picture.photograph?.kind === "photograph" && picture.licence.terms !== null
      ? [{ picture, file: picture.photograph.fallback }]
      : [],
  );
  return (
    <section class="press" aria-labelledby="presse">
      <h2 id="presse">{t.press}</h2>
      {usable.length === 0 ? <p>{t.nothingToUse}</p> : null}
      {usable.map(({ picture, file: { url, width, height } }) => (
        <>
          <h3>{picture.title}</h3>
          <p>
            <a href={url} download>
              {t.download(picture.title)}
            </a>{" "}
            ({number(width, language)} × {number(height, language)} {t.pixels},{" "}
            {fileSize(sizes[url] ?? 0, language)})
          </p>
          <p>{picture.licence.terms}</p>
          <p class="to-copy">
            {picture.captionText} {rightsOf(picture, language)}
          </p>
        </>
      ))}
    </section>
  );
}
