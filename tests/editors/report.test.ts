import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import createMarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { escapeMarkdown } from "../../src/build/format/markdown.ts";
import type { Manifest } from "../../src/build/output/manifest.ts";
import { composeReport, type Findings, LONGEST_REPORT } from "../../src/editors/report/compose.ts";
import type { BuiltPage } from "../../src/editors/report/pages.ts";
import { copyProject, type Project } from "../support/site.ts";

let project: Project;
const path = (file: string) => join(project.root, file);
const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=Prøve", "-c", "user.email=prove@example.org", ...args], {
    cwd: project.root,
    encoding: "utf8",
  });
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(path(file), change(readFileSync(path(file), "utf8")));

before(() => {
  project = copyProject();
  writeFileSync(path(".gitignore"), "node_modules\n.cache\ndist\n");
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=Begynnelse");
});
beforeEach(() => {
  git("checkout", "--quiet", "--force", "main");
  git("clean", "--quiet", "--force", "-d");
});
after(() => project.remove());

function report(...args: readonly string[]) {
  const out = path(".cache/rapport.md");
  rmSync(out, { force: true });
  const { code, output } = project.run("report", ["--base", "main", "--out", out, ...args]);
  assert.equal(code, 0, output);
  return readFileSync(out, "utf8");
}

test("a small change gives a small report: the words before and after, and pictures of that page only", () => {
  edit("src/content/2017/losningsjakten.md", (text) =>
    text.replace("kom med 458 innspill", "ga 458 innspill"),
  );
  const shots = path(".cache/bilder");
  const markdown = report("--pictures", shots);
  assert.match(markdown, /^1 side er endret\. \d+ sider er som før\.$/m);
  assert.match(markdown, /^- … .* og de <del>kom med<\/del> <ins>ga<\/ins> 458 innspill .*…$/m);
  assert.match(markdown, /LIX \d+.* · \d+ → \d+ ord · \d+(?:,\d)?\u00a0kB/);
  assert.match(markdown, /^\d+ filer lastes opp, 0 slettes, og mellomlageret glemmer \d+ adresser\.$/m);
  assert.ok(markdown.length < 2000, `${markdown.length} characters`);
  assert.equal(markdown.match(/^### /gm)?.length, 3);
  const page = "2017-losningsjakten";
  const expected = ["1280-etter", "1280-for", "360-etter", "360-for"].map((end) => `${page}-${end}.png`);
  assert.deepEqual(readdirSync(shots).sort(), expected);
});

test("a large change is told by what becomes of each page, picture, link and word", () => {
  renameSync(path("src/content/2017/holmen-svommehall.md"), path("src/content/2017/svommehallen.md"));
  edit("src/content/2017/svommehallen.md", (text) =>
    text.replace("---\n", "---\naliases:\n  - /2017/holmen-svommehall/\n"),
  );
  renameSync(path("src/content/2017/losningsjakten.md"), path("src/content/2017/jakten.md"));
  for (const file of readdirSync(path("src/content"), { recursive: true, encoding: "utf8" }))
    if (file.endsWith(".md"))
      edit(`src/content/${file}`, (text) =>
        text
          .replaceAll("holmen-svommehall.md", "svommehallen.md")
          .replaceAll("losningsjakten.md", "jakten.md"),
      );
  mkdirSync(path("src/content/2017"), { recursive: true });
  writeFileSync(
    path("src/content/personvern.md"),
    "---\ntitle: Personvern\ndescription: Hva nettstedet vet om deg.\n---\n\nIngenting. Mange innbygere spør [andre](https://andre.example/).\n",
  );
  writeFileSync(
    path("src/content/kladd.md"),
    "---\ntitle: Kladd\ndescription: En kladd til senere.\ndraft: true\n---\n\nMer kommer.\n",
  );
  edit("_data/pictures.json", (text) =>
    text
      .replace('"credit": "ukjent"', '"credit": "Kari Nordmann"')
      .replace('"id": "vinnere",', '"id": "vinnerne",'),
  );
  edit("src/content/2017/index.md", (text) => text.replace("![](vinnere)", "![](vinnerne)"));
  const markdown = report();
  assert.match(
    markdown,
    /^- \*\*\/2017\/holmen-svommehall\/\*\* sender leserne videre til \/2017\/svommehallen\/\.$/m,
  );
  assert.match(
    markdown,
    /^- ⚠️ \*\*\/2017\/losningsjakten\/\*\* .* flyttet til \/2017\/jakten\/\. Skriv den gamle/m,
  );
  assert.match(markdown, /^- \*\*\/personvern\/\*\* Personvern: \d+ ord, LIX \d+, \d+(?:,\d)?\u00a0kB$/m);
  assert.match(markdown, /^- src\/content\/kladd\.md: utkast$/m);
  assert.match(markdown, /^- \*\*vinnerne\*\* Vinnere$/m);
  assert.match(markdown, /^- https&#58;\/\/andre\.example\/ \(på \/personvern\/\)$/m);
  assert.match(markdown, /^- src\/content\/personvern\.md:6 «innbygere» .*«innbyggere»/m);
});

test("without a change there is nothing to tell, and with a mistake the mistake is told", () => {
  const none = report();
  assert.match(none, /^Ingen ord, bilder eller lenker på nettstedet er endret\. \d+ sider er som før\.$/m);
  assert.doesNotMatch(none, /^###/m);
  edit("src/content/2017/index.md", (text) => text.replace("title:", "titel:"));
  const { code, output } = project.run("report", ["--base", "main"]);
  assert.equal(code, 1);
  assert.match(output, /kan ikke bygges slik det står nå[\s\S]*unknown-key/);
});

test("a report without a base, or with one that is none, is refused with 2", () => {
  assert.equal(project.run("report").code, 2);
  const { code, output } = project.run("report", ["--base=--output=x"]);
  assert.equal(code, 2);
  assert.match(output, /^«--output=x» er verken en gren eller en innsjekking/m);
});

/** The comment that a report gives rise to. */
function comment(markdown: string): string {
  const file = path("comment.md");
  writeFileSync(file, markdown);
  const env = { ...process.env, RUN_URL: "https://github.example/run" };
  return spawnSync(process.execPath, [".ci/comment.mjs", file], { encoding: "utf8", env }).stdout;
}

/** What a stranger would write to be more than words. */
const HOSTILE = [
  "@octocat @everyone/team #1 GH-1 octocat/repo#2",
  "| a | b |\n| --- | --- |\n\n# Overskrift\n\n- [ ] punkt\n> sitat",
  "<img src=x onerror=alert(1)><script>alert(1)</script><!-- kommentar --></details></del>",
  "[lenke](javascript:alert(1)) ![bilde](https://evil.example/x.png) [ref]: https://evil.example",
  "`kode` ```\nblokk\n``` **fet** _kursiv_ ~~strek~~ $x^2$ :tada: &lt;b&gt; \\* ",
  "\n::error file=x::feil\n::set-output name=a::b\n##[error]x",
  "https://evil.example www.evil.example mailto:a@b.example \u202eover\u202c \u200b",
].join(" ");

const manifest: Manifest = { version: 1, base: "https://prisen.example/", files: [] };

function builtPage(own: Pick<BuiltPage, "url" | "title" | "lines">): BuiltPage {
  return { words: 1, lix: 1, outside: new Set(), pictures: [], weight: 1, sha256: "", ...own };
}

test("whatever content holds, the report shows it as words and nothing else", () => {
  const page = (words: string) =>
    builtPage({
      url: `/${HOSTILE}/`,
      title: HOSTILE,
      lines: [HOSTILE, words, `${HOSTILE} ${words}`],
    });
  const advice = { rule: "misspelling", severity: "advice", line: 1, column: 1, edits: [] } as const;
  const findings: Findings = {
    changes: {
      added: [page("ny")],
      changed: [{ before: page("før"), after: page(`etter ${HOSTILE}`) }],
      gone: [{ before: page("borte"), redirect: null, successor: page("her") }],
      shellOnly: 1,
      same: 1,
      outside: [{ address: HOSTILE, page: HOSTILE }],
    },
    manifests: [manifest, manifest],
    withoutCredit: [{ id: HOSTILE, title: HOSTILE }],
    waiting: [{ file: HOSTILE, until: HOSTILE }],
    advice: [{ ...advice, file: HOSTILE, message: HOSTILE }],
    screenshots: [],
  };
  const markdown = composeReport(findings);
  const html = createMarkdownIt({ html: true, linkify: true })
    .enable(["strikethrough", "table"])
    .render(markdown);
  const tags = new Set<string>();
  const texts: string[] = [];
  collect(parseFragment(html).childNodes, tags, texts);
  assert.deepEqual([...tags].sort(), ["del", "h2", "h3", "ins", "li", "p", "strong", "ul"]);
  const text = texts.join("");
  assert.doesNotMatch(text, /@\w|#\d|GH-\d|www\.|[\u200b\u202e]/);
  assert.ok(text.includes("onerror=alert(1)"), "the words themselves are shown");
  assert.doesNotMatch(markdown, /^\s*(?:::|##\[)|https?:\/\//m);
  assert.ok(comment(markdown).includes(markdown), "and the comment lets it through");
});

test("the comment lets through no report that could do more than be read", () => {
  const report = "## Hva endringen gjør\n\n1 side er endret.\n";
  const mark = "<!-- rapport -->";
  const link = "\n[Kjøringen, med forhåndsvisning og skjermbilder](https://github.example/run)\n";
  assert.equal(comment(report), `${mark}\n${report}${link}`);
  for (const hostile of [
    "@octocat",
    "&#64;octocat",
    "&commat;octocat",
    "&#x40;octocat",
    "&#35;1",
    "#1",
    "GH-1",
    "https://evil.example",
    "www.evil.example",
    "[x](y)",
    "<img src=x>",
    "<details open>",
    "`x`",
    "\u202eover",
    "x".repeat(70_000),
  ]) {
    const said = comment(`${report}\n${hostile}\n`);
    assert.match(said, /^<!-- rapport -->\nRapporten har noe den ikke skal ha/, hostile);
    assert.ok(said.length < 300);
  }
});

function collect(
  nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
  tags: Set<string>,
  texts: string[],
): void {
  for (const node of nodes) {
    if ("value" in node) texts.push(node.value);
    if (!("tagName" in node)) continue;
    assert.deepEqual(node.attrs, []);
    tags.add(node.tagName);
    collect(node.childNodes, tags, texts);
  }
}

test("a report is never longer than GitHub takes, and is cut between lines", () => {
  const page = (index: number, words: string) =>
    builtPage({
      url: `/side-${index}/`,
      title: "Side",
      lines: Array.from({ length: 40 }, (_, line) =>
        line % 2 === 0 ? `uendret ${line}` : `${words} `.repeat(30),
      ),
    });
  const changed = Array.from({ length: 500 }, (_, index) => ({
    before: page(index, "[gammel]"),
    after: page(index, "[ny]"),
  }));
  const markdown = composeReport({
    changes: { added: [], changed, gone: [], shellOnly: 0, same: 0, outside: [] },
    manifests: [manifest, manifest],
    withoutCredit: [],
    waiting: [],
    advice: [],
    screenshots: [],
  });
  assert.ok(markdown.length <= LONGEST_REPORT + 200, `${markdown.length}`);
  assert.match(markdown, /\nRapporten er kortet ned\. .*\n$/);
  assert.equal(markdown.match(/<ins>/g)?.length, markdown.match(/<\/ins>/g)?.length);
});

test("escaped words read as they were written", () => {
  const rendered = createMarkdownIt({ html: true }).renderInline(escapeMarkdown("«5 > 4» & {så} `videre`"));
  assert.equal(rendered.replaceAll("&gt;", ">").replaceAll("&amp;", "&"), "«5 > 4» & {så} `videre`");
});
