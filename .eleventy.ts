import type { EleventyConfig, EleventySettings } from "./src/build/eleventy/api.ts";
import { assetsPlugin } from "./src/build/eleventy/assets.ts";
import { collectionsPlugin } from "./src/build/eleventy/collections.ts";
import { outgoingPlugin } from "./src/build/eleventy/outgoing.ts";
import { picturesPlugin } from "./src/build/eleventy/pictures.ts";
import { pathPrefix, prefixPlugin } from "./src/build/eleventy/prefix.ts";
import { tsxPlugin } from "./src/build/eleventy/tsx.ts";

/**
 * The composition root: which folders, and which plugins in which order. Eleventy renders only the typed templates in
 * `src/pages`; content reaches it as data that the contract has read and checked.
 */
export default function configure(config: EleventyConfig): EleventySettings {
  // Eleventy opens no data file, neither in `_data` (the contract reads it; code there would run) nor beside a template.
  config.setDataFileSuffixes([]);
  config.setUseGitIgnore(false);
  // It would tell, in English, which step of a build took long.
  config.benchmarkManager.get("Configuration").setIsVerbose(false);

  config.addPlugin(tsxPlugin);
  config.addPlugin(collectionsPlugin);
  config.addPlugin(assetsPlugin);
  config.addPlugin(picturesPlugin);
  config.addPlugin(prefixPlugin);
  config.addPlugin(outgoingPlugin);

  return {
    dir: { input: "src/pages", data: "_none", includes: "../../_includes", output: "dist" },
    pathPrefix: pathPrefix(),
  };
}
