import { minifyPage } from "../output/minify.ts";
import { beginStep } from "../output/steps.ts";
import type { EleventyConfig } from "./api.ts";

/** Minifies each page as the last step, one after another: all at once takes longer and three times the memory. */
export function minifyPlugin(config: EleventyConfig): void {
  let queue: Promise<unknown> = Promise.resolve();
  config.addTransform("minify", function (content) {
    const { outputPath, url } = this.page;
    if (outputPath === false || !outputPath.endsWith(".html")) return content;
    const page = queue.then(() => {
      beginStep(`minifiserer ${url}`);
      return minifyPage(content);
    });
    queue = page.catch(() => undefined);
    return page;
  });
}
