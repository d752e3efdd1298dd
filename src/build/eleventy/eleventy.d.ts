declare module "@11ty/eleventy" {
  const Eleventy: new (
    input: string,
    output: string,
    options: import("./api.ts").RunOptions,
  ) => import("./api.ts").EleventyRun;
  export default Eleventy;
  /** Sets `baseHref` before each root-relative address in HTML. */
  export function HtmlBasePlugin(
    config: import("./api.ts").EleventyConfig,
    options?: { readonly baseHref?: string },
  ): void;
}
