import { minifyPage } from "../output/minify.ts";
import type { EleventyConfig } from "./api.ts";

/** Minifies each page as the last step, one after another: all at once takes longer and three times the memory. */
export function minifyPlugin(config: EleventyConfig): void {
  let queue: Promise<unknown> = Promise.resolve();
  config.addTransform("minify", function (content) {
    if (this.page.outputPath === false || !this.page.outputPath.endsWith(".html")) return content;
    const page = queue.then(() => minifyPage(content));
    queue = page.catch(() => undefined);
    return page;
  });
}
