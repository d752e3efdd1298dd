import { fileSize, number } from "../../src/build/format/number.ts";
import type { PictureSizes } from "../../src/model/collections.ts";
import type { Language } from "../../src/model/language.ts";
import type { Picture } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { rightsOf } from "./PictureFigure.tsx";

/** The pictures that others may use: the largest file of each, on what terms, and the caption ready to copy. */
export function PressPackage({
  pictures,
  sizes,
  language,
}: {
  pictures: readonly Picture[];
  sizes: PictureSizes;
  language: Language;
}) {
  const t = strings[language].picture;
  const usable = pictures.filter(
    ({ photograph, licence }) => photograph?.kind === "photograph" && licence.terms !== null,
  );
  return (
    <section class="press" aria-labelledby="presse">
      <h2 id="presse">{t.press}</h2>
      {usable.length === 0 ? <p>{t.nothingToUse}</p> : null}
      {usable.map((picture) => (
        <PressPicture picture={picture} sizes={sizes} language={language} />
      ))}
    </section>
  );
}

function PressPicture({
  picture,
  sizes,
  language,
}: {
  picture: Picture;
  sizes: PictureSizes;
  language: Language;
}) {
  const t = strings[language].picture;
  const { photograph, licence, title, captionText } = picture;
  if (photograph === null) return null;
  const { url, width, height } = photograph.fallback;
  return (
    <>
      <h3>{title}</h3>
      <p>
        <a href={url} download>
          {t.download(title)}
        </a>{" "}
        ({number(width, language)} × {number(height, language)} {t.pixels},{" "}
        {fileSize(sizes[url] ?? 0, language)})
      </p>
      <p>{licence.terms}</p>
      <p class="to-copy">
        {captionText} {rightsOf(picture, language)}
      </p>
    </>
  );
}
