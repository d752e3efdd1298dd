import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { copyProject, filesBelow, type Project, pagesOf } from "../support/site.ts";

/**
 * Every way known to make a site generator run or publish what content says. Each payload would write the file `canary` in
 * the project's folder, or leave the word «kanarifugl» as markup, an address or a file in the output.
 */
const PAGE = "src/content/2017/holmen-svommehall.md";
const RUN = "require('node:fs').writeFileSync('canary', '')";
const IMPORT = "import('node:fs').then((fs) => fs.writeFileSync('canary', ''))";

interface Payload {
  readonly name: string;
  readonly file: string;
  /** The file's text, made from the real page's; or a link to follow. */
  readonly write: ((page: string) => string) | { readonly link: string };
  /** What the build says of it; null when it is harmless text and the site is built. */
  readonly told: string | null;
}

const heads = [
  "---js",
  "--- js",
  "---JS",
  "---javascript",
  "---jsLegacy",
  "---node",
  "---json",
  "---toml",
  "---coffee",
];
const links = [
  "javascript:kanarifugl()",
  "JaVaScRiPt:kanarifugl()",
  "java&#115;cript:kanarifugl()",
  "&#x6A;avascript&colon;kanarifugl()",
  "java%73cript:kanarifugl()",
  "vbscript:kanarifugl",
  "data:text/html,kanarifugl",
  "data:image/svg+xml;base64,kanarifugl",
  "//kanarifugl.example/",
  "\\\\kanarifugl.example/",
  "/\\kanarifugl.example/",
  "file:///kanarifugl",
];

const inBody = (text: string) => (page: string) => `${page}\n${text}\n`;
const inHead = (text: string) => (page: string) => page.replace("---\n", `---\n${text}\n`);
const always = (text: string) => () => text;

const payloads: readonly Payload[] = [
  ...heads.map((head) => ({
    name: `front matter «${head}»`,
    file: PAGE,
    write: (page: string) => page.replace("---\n", `${head}\n({ title: ${RUN} })\n`),
    told: "foreign-front-matter",
  })),
  ...[
    "permalink: ../../canary",
    "permalink: /kanarifugl.html",
    "permalinkBypassOutputDir: true",
    "templateEngineOverride: njk,md",
    "eleventyComputed:\n  title: kanarifugl",
    `eleventyDataSchema: ${JSON.stringify(RUN)}`,
    "pagination:\n  data: site",
    "layout: kanarifugl.njk",
  ].map((head) => ({
    name: `the field «${head.split(":")[0]}»`,
    file: PAGE,
    write: inHead(head),
    told: "behaviour-key",
  })),
  {
    name: "a YAML tag",
    file: PAGE,
    write: inHead(`x: !!js/function "function () { ${RUN} }"`),
    told: "yaml-reference",
  },
  {
    name: "the prototype",
    file: PAGE,
    write: inHead("__proto__:\n  permalink: /kanarifugl/"),
    told: "unsafe-key",
  },
  {
    name: "the prototype in data",
    file: "_data/site.json",
    write: always('{ "__proto__": { "permalink": "/kanarifugl/" } }'),
    told: "unsafe-key",
  },
  ...[
    `{{ constructor.constructor("${RUN}")() }}`,
    `{% set x = range.constructor("${RUN}")() %}{{ x }}`,
    `<%= ${RUN} %>`,
    `\${${RUN}}`,
    `{%- include "../../package.json" -%}`,
  ].map((text) => ({
    name: `template syntax «${text.slice(0, 20)}»`,
    file: PAGE,
    write: inBody(`\`${text}\``),
    told: null,
  })),
  ...[
    "<script>kanarifugl()</script>",
    "<img src=x onerror=kanarifugl()>",
    "<svg/onload=kanarifugl()>",
    "<!-- kanarifugl -->",
  ].map((html) => ({ name: `«${html}»`, file: PAGE, write: inBody(html), told: "raw-html" })),
  ...links.map((link) => ({
    name: `a link to «${link}»`,
    file: PAGE,
    write: inBody(`[svømmehall](<${link}>)`),
    told: "unsafe-link",
  })),
  ...[
    "src/content/2017/2017.11tydata.js",
    "src/content/content.11tydata.cjs",
    "src/content/2017/kanarifugl.11ty.js",
    "src/content/kanarifugl.11ty.cjs",
    "src/content/kanarifugl.11ty.ts",
    "src/content/kanarifugl.njk",
    "src/content/kanarifugl.liquid",
    "src/content/kanarifugl.html",
    "src/content/kanarifugl.svg",
    "src/content/_headers",
    "src/content/.eleventyignore",
    "src/content/package.json5",
    "_data/kanarifugl.js",
    "_data/kanarifugl.cjs",
    "_data/site.js",
    "_data/eleventyComputed.js",
  ].map((file) => ({
    name: `the file ${file}`,
    file,
    write: always(file.endsWith(".js") ? `${IMPORT}; export default {};` : `${RUN};`),
    told: "unexpected-file",
  })),
  {
    name: "a link out of the content",
    file: "src/content/hemmelig.md",
    write: { link: "/etc/passwd" },
    told: "special-file",
  },
];

let project: Project;
let page = "";
before(() => {
  project = copyProject();
  page = readFileSync(join(project.root, PAGE), "utf8");
});
after(() => project.remove());

for (const { name, file, write, told } of payloads) {
  test(`${name} runs nothing and publishes nothing`, () => {
    const path = join(project.root, file);
    const original = existsSync(path) ? readFileSync(path) : null;
    mkdirSync(dirname(path), { recursive: true });
    if ("link" in write) symlinkSync(write.link, path);
    else writeFileSync(path, write(page));
    rmSync(join(project.root, "dist"), { recursive: true, force: true });
    const { code, output } = project.run("build");
    rmSync(path);
    if (original !== null) writeFileSync(path, original);

    assert.equal(existsSync(join(project.root, "canary")), false, "the payload ran");
    assert.doesNotMatch(output, /^\s+at .+:\d+/m, "a stack trace was shown");
    if (told !== null) {
      assert.equal(code, 1, output);
      assert.match(output, new RegExp(`^${file}:\\d+:\\d+ feil ${told}: `, "m"));
      assert.equal(existsSync(join(project.root, "dist")), false);
    } else {
      assert.equal(code, 0, output);
      assert.deepEqual(
        filesBelow(join(project.root, "dist")).filter((built) => built.includes("kanarifugl")),
        [],
      );
      assert.match(
        pagesOf(join(project.root, "dist")).get("/2017/holmen-svommehall/") ?? "",
        /<code>[^<]*(?:canary|include)/,
      );
    }
  });
}
