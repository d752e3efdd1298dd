/** What the build makes for all pages to share. */
export interface Assets {
  /** What stands for the whole style sheet in a page's style element, until the page's bytes are put together. */
  readonly css: string;
  /** The address of the font, root-relative, with a digest in its name. */
  readonly fontUrl: string;
}
