import type * as z from "zod";
import type { Change, DrawingSpec } from "./frontmatter.ts";
import type { Language } from "./language.ts";
import type { Licence } from "./licence.ts";
import type {
  EditionRow,
  FigureRow,
  MilestoneRow,
  OrganisationRow,
  PersonRow,
  PictureRow,
  PrizeFile,
  SiteFile,
  SourceRow,
} from "./register.ts";

/**
 * The site as the layouts see it: everything read, checked and resolved. Where a register holds an id, these types hold
 * the thing itself; a layout never looks anything up.
 */

/** A register's row, with the things themselves where it has their ids. */
type Resolved<Row extends z.ZodType, Things extends object> = Readonly<
  Omit<z.infer<Row>, keyof Things> & Things
>;

export type Organisation = Readonly<z.infer<typeof OrganisationRow>>;
export type Source = Readonly<z.infer<typeof SourceRow>>;
export type Person = Resolved<typeof PersonRow, { organisation: Organisation | null }>;

/** A number with what it counts and where it comes from. `to` makes it a range. */
export type Figure = Resolved<typeof FigureRow, { source: Source }>;

/** What happened in an edition's story. The date is known by now: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type Milestone = Resolved<typeof MilestoneRow, { source: Source }>;

/** A page to name and link to: its title and address, and the language it is in. */
export interface Mention {
  readonly language: Language;
  readonly title: string;
  readonly url: string;
}

/** A photograph as the pages show it: files in several widths and formats, addresses root-relative. */
export interface Photograph {
  /** The original beside the content; it never reaches the site itself. */
  readonly file: string;
  /** SHA-256 of the original and of all settings, in hexadecimal: changes when a file does. */
  readonly digest: string;
  /** A drawing is one SVG file, which fits every size. */
  readonly kind: "photograph" | "drawing";
  /** The average of its colours as `#rrggbb`: what shows until it has arrived; null for a drawing. */
  readonly colour: string | null;
  /** What every browser reads, the JPEG or the SVG: its address, and its upright size in pixels. */
  readonly fallback: {
    readonly url: string;
    readonly srcset: string;
    readonly width: number;
    readonly height: number;
  };
  /** The smaller formats, best first. */
  readonly alternatives: readonly { readonly type: string; readonly srcset: string }[];
  /** Every file that has to be made. */
  readonly renditions: readonly Rendition[];
}

/** One file made from a photograph. */
export interface Rendition {
  readonly url: string;
  readonly format: "avif" | "webp" | "jpeg" | "svg";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The people who are known stand in order; the photographer, the licence and the day are null when they are not known. */
type RegisteredPicture = Resolved<
  typeof PictureRow,
  { people: readonly Person[]; credit: string | null; licence: Licence; date: string | null }
>;

export interface Picture extends Omit<RegisteredPicture, "caption"> {
  /** Its own page: «/2017/bilder/vinnere/». */
  readonly url: string;
  /** The caption as finished inline HTML, and its words alone. */
  readonly captionHtml: string;
  readonly captionText: string;
  /** Null as long as its stand-in is shown. */
  readonly photograph: Photograph | null;
}

export type Edition = Resolved<
  typeof EditionRow,
  {
    winner: Organisation | null;
    finalists: readonly Organisation[];
    presenter: Person | null;
    juryLeader: Person | null;
    sources: readonly Source[];
  }
> & {
  /** The address of the edition's article, when the site has one. */
  readonly url: string | null;
};

export type Prize = Resolved<
  typeof PrizeFile,
  { founder: Organisation; amountSources: readonly Source[]; criteriaSources: readonly Source[] }
>;

/** A heading in prose: its text, its id (the fragment) and its level, 2 to 4. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** Prose as the layouts set it: runs of finished HTML, and the blocks that have a component of their own. */
export type Block =
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "statement"; readonly html: string; readonly speaker: Person }
  | { readonly kind: "picture"; readonly picture: Picture };

export interface Prose {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly words: number;
  /** What stands for the prose where it is compared with an earlier one: its digest, and what its references stand for. */
  toJSON?(): unknown;
}

/** A page in another language. */
export interface Translation {
  readonly language: Language;
  readonly url: string;
}

/** What other services show beside a link to a page (Open Graph): a PNG with the page's title. */
export interface ShareImage {
  /** Root-relative. */
  readonly url: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** The words that are drawn. */
  readonly title: string;
  readonly eyebrow: string;
}

/** What every page has. `sources` is in the order of the numbers that citations show. */
export interface Page {
  /** The file it was written in, from the project's root: «src/content/2017/index.md». */
  readonly file: string;
  /** Root-relative, ends in a slash except for files: «/2017/». */
  readonly url: string;
  readonly language: Language;
  /** The same page in other languages. */
  readonly translations: readonly Translation[];
  readonly title: string;
  readonly description: string;
  readonly lead: string | null;
  /** The day it was published, `YYYY-MM-DD`; null when its head does not say. */
  readonly published: string | null;
  /** Newest first. */
  readonly changes: readonly Readonly<z.infer<typeof Change>>[];
  readonly prose: Prose;
  readonly sources: readonly Source[];
  readonly shareImage: ShareImage;
  /**
   * Only in live preview: readers do not see the page yet. `until` is when they will, on clocks in Norway,
   * `2026-12-24 08:00`; null for a draft.
   */
  readonly waits: { readonly until: string | null } | null;
}

/** A project's drawing, with the figures it is made of in place of their ids. */
export type Drawing = WithFigures<z.infer<typeof DrawingSpec>>;
type WithFigures<Spec> = Spec extends unknown
  ? { readonly [Name in keyof Spec]: Name extends "kind" ? Spec[Name] : Figure }
  : never;

export interface Project extends Page {
  readonly slug: string;
  readonly published: string;
  readonly summary: string;
  readonly figures: readonly Figure[];
  /** Null for a project that none of the drawings shows. */
  readonly drawing: Drawing | null;
}

/** A picture's own page. */
export interface PicturePage extends Page {
  readonly picture: Picture;
}

export interface Article extends Page {
  readonly edition: Edition;
  readonly published: string;
  readonly points: readonly string[];
  readonly projects: readonly Project[];
  readonly pictures: readonly Picture[];
  /** The pictures' own pages, in the same order. */
  readonly picturePages: readonly PicturePage[];
  /** The page with all the edition's pictures. */
  readonly gallery: Page;
  readonly milestones: readonly Milestone[];
}

/** An address that a page has had, and the one it has. Both root-relative. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Everything. The five pages with a layout of their own stand by name; `plainPages` are all others. */
export interface Site {
  readonly settings: Readonly<z.infer<typeof SiteFile>>;
  readonly prize: Prize;
  /** Oldest first. */
  readonly editions: readonly Edition[];
  readonly sources: readonly CitedSource[];
  readonly figures: readonly Figure[];
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly frontPage: Page;
  readonly prizePage: Page;
  readonly sourcesPage: Page;
  /** About the open data. */
  readonly dataPage: Page;
  readonly notFoundPage: Page;
  readonly plainPages: readonly Page[];
  /** The front pages in other languages. */
  readonly foreignFrontPages: readonly Page[];
  /** All of these, and their projects, galleries and pictures: each article with what is its own, and pages in other languages last. */
  readonly pages: readonly Page[];
  /** By the old address. */
  readonly redirects: readonly Redirect[];
}

/** A source with the pages that cite it. */
export interface CitedSource extends Source {
  readonly mentions: readonly Mention[];
}
