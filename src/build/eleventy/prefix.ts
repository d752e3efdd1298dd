import { readAddress } from "../hosts/address.ts";
import type { EleventyConfig } from "./api.ts";

/** The path that the site lies under. */
export function pathPrefix(): string {
  return readAddress(process.env).prefix;
}

/** Sets the path before every address in the pages; the model and the layouts know only root-relative ones. */
export async function prefixPlugin(config: EleventyConfig): Promise<void> {
  if (pathPrefix() === "/") return;
  const { HtmlBasePlugin } = await import("@11ty/eleventy");
  config.addPlugin(HtmlBasePlugin, { baseHref: pathPrefix() });
}
