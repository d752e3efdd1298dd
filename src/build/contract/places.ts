import type { ContentKind } from "../../model/frontmatter.ts";

/** What a content file is, told by where it stands; its address follows from the same place. */
export interface Place {
  readonly kind: ContentKind;
  readonly url: string;
  /** The edition whose folder it stands in, or null. */
  readonly year: number | null;
  readonly slug: string;
}

/** The pages that the site cannot do without, by their file in `src/content`. */
export const requiredPages = ["index.md", "om-prisen.md", "kilder.md", "404.md"] as const;

/** Where an edition's pictures lie, and the page that shows them: `src/content/2017/bilder/`. */
export const PICTURE_FOLDER = "bilder";

/** Photograph types that an editor may put beside the content. */
export const photographTypes = ["jpg", "jpeg", "png", "webp", "avif"] as const;

/** The place of a Markdown file, from its path in `src/content`; null where no page can stand. */
export function placeOf(path: string): Place | null {
  const file = /^(?:(20\d\d)\/)?(?:(bilder)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(path);
  if (file === null) return null;
  const [, year, folder, name = ""] = file;
  if (year === undefined) {
    if (folder !== undefined) return null;
    return {
      kind: "page",
      url: name === "index" ? "/" : name === "404" ? "/404.html" : `/${name}/`,
      year: null,
      slug: name,
    };
  }
  if (folder !== undefined) {
    return name === "index"
      ? { kind: "page", url: `/${year}/${folder}/`, year: Number(year), slug: folder }
      : null;
  }
  if (name === "index") return { kind: "article", url: `/${year}/`, year: Number(year), slug: year };
  return { kind: "project", url: `/${year}/${name}/`, year: Number(year), slug: name };
}

/** The id and edition of a photograph, from its path in `src/content`; null for anything else. */
export function photographOf(path: string): { readonly year: number; readonly id: string } | null {
  const file = /^(20\d\d)\/bilder\/([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]+)$/.exec(path);
  if (file === null || !photographTypes.some((type) => type === file[3])) return null;
  return { year: Number(file[1]), id: file[2] ?? "" };
}
