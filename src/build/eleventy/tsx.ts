import { isValidElement } from "preact";
import { writeHtml } from "../format/elements.ts";
import { beginStep } from "../output/steps.ts";
import type { EleventyConfig } from "./api.ts";
import { pathPrefix } from "./prefix.ts";

/**
 * Makes the compiled `.11ty.tsx` files page templates. What their `render` returns is not written out before the page is about to
 * leave, for Eleventy keeps what every page was, from the first to the last. Only where it looks for addresses to set
 * a path before them, does it get the page as text.
 */
export function tsxPlugin(config: EleventyConfig): void {
  config.addExtension(["11ty.js"], {
    key: "11ty.js",
    compile() {
      return async (data) => {
        beginStep(`lager ${data.page.url}`);
        const page = await this.defaultRenderer(data);
        return pathPrefix() === "/" ? page : writtenOut(page);
      };
    },
  });
}

/** A page as text: elements with a doctype, everything else as it is. */
export function writtenOut(page: unknown): string {
  return isValidElement(page) ? `<!doctype html>${writeHtml(page)}` : String(page);
}
