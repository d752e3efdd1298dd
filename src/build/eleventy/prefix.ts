import { HtmlBasePlugin } from "@11ty/eleventy";
import { readAddress } from "../hosts/address.ts";
import type { EleventyConfig } from "./api.ts";

/** The path that the site lies under; the commands have told it when it cannot be used. */
export function pathPrefix(): string {
  const address = readAddress(process.env);
  return "fault" in address ? "/" : address.prefix;
}

/** Sets the path before every address in the pages; the model and the layouts know only root-relative ones. */
export function prefixPlugin(config: EleventyConfig): void {
  if (pathPrefix() !== "/") config.addPlugin(HtmlBasePlugin, { baseHref: pathPrefix() });
}
