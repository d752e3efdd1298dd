import { readFileSync } from "node:fs";
import { minify } from "html-minifier-terser";

/** Eleventy as its documentation sets it up: Markdown files, a Nunjucks layout, and html-minifier-terser as a transform. */
export default function configure(config) {
  const register = (name) => JSON.parse(readFileSync(`data/${name}.json`, "utf8"));
  config.addGlobalData("layout", "page.njk");
  config.addGlobalData("origin", "https://innovasjonsprisen.example");
  config.addGlobalData("site", { title: "Innovasjonsprisen" });
  config.addGlobalData("facts", register("figures"));
  config.addGlobalData("register", register("sources"));
  config.addCollection("editions", (api) =>
    byEdition(api.getAll()),
  );
  config.addTransform("minify", function (content) {
    if (!this.page.outputPath?.endsWith(".html")) return content;
    return minify(content, { collapseWhitespace: true, removeComments: true, decodeEntities: true });
  });
  return { dir: { input: "content", includes: "../_includes", data: "../_none", output: "public" } };
}

function byEdition(pages) {
  const editions = {};
  for (const page of pages) (editions[page.url.split("/")[1]] ??= []).push(page);
  return editions;
}
