import { readAddress } from "../hosts/address.ts";
import type { EleventyConfig } from "./api.ts";

/** The path that the site lies under; the commands have told it when it cannot be used. */
export function pathPrefix(): string {
  const address = readAddress(process.env);
  return "fault" in address ? "/" : address.prefix;
}

/** Sets the path before every address in the pages; the model and the layouts know only root-relative ones. */
export async function prefixPlugin(config: EleventyConfig): Promise<void> {
  if (pathPrefix() === "/") return;
  const { HtmlBasePlugin } = await import("@11ty/eleventy");
  config.addPlugin(HtmlBasePlugin, { baseHref: pathPrefix() });
}
