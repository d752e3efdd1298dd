import { isValidElement } from "preact";
import { render } from "preact-render-to-string";
import { beginStep } from "../output/steps.ts";
import type { EleventyConfig } from "./api.ts";

/** Makes the compiled `.11ty.tsx` files page templates: what their `render` returns is written as a string, elements with a doctype. */
export function tsxPlugin(config: EleventyConfig): void {
  config.addExtension(["11ty.js"], {
    key: "11ty.js",
    compile() {
      return async (data) => {
        beginStep(`lager ${data.page.url}`);
        const result = await this.defaultRenderer(data);
        return isValidElement(result) ? `<!doctype html>${render(result)}` : String(result);
      };
    },
  });
}
