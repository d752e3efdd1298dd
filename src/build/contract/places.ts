import type { ContentKind } from "../../model/frontmatter.ts";
import { type Language, languages } from "../../model/language.ts";

/** What a content file is, told by where it stands; its address follows from the same place. */
export interface Place {
  readonly kind: ContentKind;
  readonly url: string;
  readonly language: Language;
  /** The address of the page in the site's own language that it would be a translation of: «/» for «/en/». */
  readonly original: string;
  /** The edition whose folder it stands in, or null. */
  readonly year: number | null;
  readonly slug: string;
}

/** The folder of the pages and the pictures, from the project's root. */
export const CONTENT = "src/content";

/** The pages that the site cannot do without, by their file in `src/content`. */
export const requiredPages = ["index.md", "om-prisen.md", "kilder.md", "data.md", "404.md"] as const;

/** Where an edition's pictures lie, and the page that shows them: `src/content/2017/bilder/`. */
export const PICTURE_FOLDER = "bilder";

/** Photograph types that an editor may put beside the content. */
export const photographTypes = ["jpg", "jpeg", "png", "webp", "avif", "svg"] as const;

const PICTURE = new RegExp(`\\.(?:${photographTypes.join("|")})$`, "i");

/** Whether a file is a picture by its name. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/** Whether a file is a document for reading or counting by its name. Editors would link to these; the site has none. */
export function isPaper(path: string): boolean {
  return /\.(?:pdf|docx?|xlsx?|pptx?|od[pst])$/i.test(path);
}

const [siteLanguage, ...otherLanguages] = languages;

/**
 * The place of a Markdown file, by its path from the project's root; null where no page can stand. Pages in another language
 * stand in a folder of its name: `src/content/en/index.md` is `/en/`.
 */
export function placeOf(file: string): Place | null {
  if (!file.startsWith(`${CONTENT}/`)) return null;
  const path = file.slice(CONTENT.length + 1);
  const language = otherLanguages.find((other) => path.startsWith(`${other}/`));
  if (language === undefined) return ownPlaceOf(path);
  const original = ownPlaceOf(path.slice(language.length + 1));
  if (original === null || original.kind !== "page" || !original.url.endsWith("/") || original.year !== null)
    return null;
  return { ...original, language, url: `/${language}${original.url}` };
}

function ownPlaceOf(path: string): Place | null {
  const file = /^(?:(20\d\d)\/(?:(bilder)\/(?=index\.))?)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(path);
  if (file === null) return null;
  const [, year, gallery, name = ""] = file;
  const isIndex = name === "index";
  const kind = year === undefined || gallery !== undefined ? "page" : isIndex ? "article" : "project";
  const steps = [year, gallery, isIndex ? undefined : name].filter((step) => step !== undefined);
  const url = path === "404.md" ? "/404.html" : ["", ...steps, ""].join("/");
  const slug = steps.at(-1) ?? name;
  return {
    kind,
    url,
    original: url,
    language: siteLanguage,
    year: year === undefined ? null : Number(year),
    slug,
  };
}

/** The id and edition of a photograph, by its path from the project's root; null for anything else. */
export function photographOf(path: string): { readonly year: number; readonly id: string } | null {
  const file = /^src\/content\/(20\d\d)\/bilder\/([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]+)$/.exec(path);
  if (file === null || !photographTypes.some((type) => type === file[3])) return null;
  return { year: Number(file[1]), id: file[2] ?? "" };
}
