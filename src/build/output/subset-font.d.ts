declare module "subset-font" {
  /** An axis pinned to one value, or cut to a range. */
  type Axis = number | { min: number; max: number };
  /** A font with only the characters in `text`, as its bytes. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: "woff2" | "sfnt";
      variationAxes?: Record<string, Axis>;
      keepFeatures?: readonly string[];
    },
  ): Promise<Buffer>;
}
