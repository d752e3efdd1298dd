/** What the build makes for all pages to share. */
export interface Assets {
  /** The whole style sheet, minified, to be set inline. */
  readonly css: string;
  /** The address of the font, root-relative, with a digest in its name. */
  readonly fontUrl: string;
}
