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

/** A page as text: elements with a doctype, a text as it is. Throws a TypeError for what is neither. */
export function writtenOut(page: unknown): string {
  if (typeof page === "string") return page;
  if (isValidElement(page)) return `<!doctype html>${writeHtml(page)}`;
  throw new TypeError("A template gave what is no page.");
}
