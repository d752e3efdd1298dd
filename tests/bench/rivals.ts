import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";

const Register = z.object({
  pictures: z.array(
    z.object({
      edition: z.number(),
      id: z.string(),
      title: z.string(),
      caption: z.string(),
      alt: z.string(),
    }),
  ),
});

/** Another generator with the same corpus: where its project lies, how it is run, and where it writes. */
export interface Rival {
  readonly name: string;
  readonly root: string;
  readonly command: readonly string[];
  readonly output: string;
}

/**
 * Sets the corpus of a project up for Hugo and for Eleventy as its documentation tells: the same Markdown and registers, and a layout
 * that makes pages like this site's. `page` is one of this site's own finished pages, for its style sheet and its drawing.
 */
export function setUpRivals(project: string, page: string, into: string): readonly Rival[] {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
  const drawing = /<figure class="drawn"[^>]*>[\s\S]*?<\/figure>/.exec(page)?.[0] ?? "";
  const { pictures } = Register.parse(JSON.parse(readFileSync(join(project, "_data/pictures.json"), "utf8")));
  const setUp = (kind: "hugo" | "stock", partials: string, styleName: string, index: string) => {
    const root = join(into, kind);
    cpSync(join("tests/bench", kind), root, { recursive: true });
    cpSync(join(project, "_data"), join(root, "data"), { recursive: true });
    mkdirSync(join(root, partials), { recursive: true });
    writeFileSync(join(root, partials, styleName), style);
    writeFileSync(join(root, partials, "drawing.html"), drawing);
    for (const file of readdirSync(join(project, "src/content"), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".md")) continue;
      const path = join(root, "content", file.replace(/index\.md$/, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readFileSync(join(project, "src/content", file)));
    }
    // The pictures' own pages, which this site makes of their register.
    for (const { edition, id, title, caption, alt } of pictures)
      writeFileSync(
        join(root, `content/${edition}/bilder/${id}.md`),
        `---\ntitle: ${title}\ndescription: ${caption}\npublished: ${edition}-06-15\n---\n\n![${alt}](/${id}.svg)\n\n${caption}\n`,
      );
    return root;
  };
  const hugo = setUp("hugo", "layouts/partials", "style.html", "_index.md");
  const stock = setUp("stock", "_includes", "style.css", "index.md");
  symlinkSync(resolve("node_modules"), join(stock, "node_modules"));
  const eleventy = resolve("node_modules/@11ty/eleventy/cmd.cjs");
  return [
    { name: "Hugo", root: hugo, command: ["hugo", "--minify", "--quiet"], output: "public" },
    {
      name: "Eleventy as documented",
      root: stock,
      command: [process.execPath, eleventy, "--config=eleventy.config.mjs", "--quiet"],
      output: "public",
    },
  ];
}
