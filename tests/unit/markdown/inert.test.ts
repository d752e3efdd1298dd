import assert from "node:assert/strict";
import { test } from "node:test";
import { elements, text } from "../support/html.ts";
import { html, setProse } from "../support/prose.ts";

/** The names of the elements that a piece of Markdown becomes. */
function tags(body: string): readonly string[] {
  return elements(html(body)).map(({ tagName }) => tagName);
}

/** The words of a piece of Markdown, as a reader sees them. */
function words(body: string): string {
  return elements(html(body))
    .filter(({ tagName }) => tagName === "p")
    .map(text)
    .join("\n");
}

test("Raw HTML is shown as it was typed, and never becomes elements", () => {
  const cases = [
    "<script>alert(1)</script>",
    "før <b onclick=alert(1)>fet</b> etter",
    "<img src=x onerror=alert(1)>",
    "<!-- skjult -->",
    "<style>p{}</style>",
    "<iframe src=//example.org></iframe>",
    "</p></div><svg onload=alert(1)>",
    "<?php echo 1 ?>",
    "<![CDATA[x]]>",
  ];
  for (const body of cases) {
    assert.deepEqual(tags(body), ["p"], body);
    assert.equal(words(body), body);
  }
});

test("An entity becomes its letter, never an element", () => {
  assert.deepEqual(tags("&lt;b&gt;fet&lt;/b&gt; &#60;i&#62;"), ["p"]);
  assert.equal(words("&lt;b&gt; &aring;"), "<b> å");
});

test("An address that runs or carries code never becomes a link", () => {
  const addresses = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "\\javascript:alert(1)",
    "java&Tab;script:alert(1)",
    "vbscript:x",
    "file:///etc/passwd",
    "data:text/html,x",
    "DATA:text/html;base64,PHNjcmlwdD4=",
  ];
  for (const address of addresses) {
    for (const body of [`[les](${address})`, `[les](<${address}>)`, `[les][1]\n\n[1]: ${address}`]) {
      const links = elements(html(body)).filter(({ tagName }) => tagName === "a");
      for (const { attrs } of links) {
        const href = attrs.find(({ name }) => name === "href")?.value ?? "";
        assert.equal(new URL(href, "https://example.org/").protocol, "https:", body);
      }
    }
  }
});

test("An address that carries a picture in itself never becomes a link", () => {
  assert.ok(!tags("[les](data:image/png;base64,AAAA)").includes("a"));
});

test("A bare address is not made a link behind the editor's back", () => {
  assert.deepEqual(tags("Se https://example.org og example.org"), ["p"]);
});

test("What templates would run stays words", () => {
  for (const body of [
    "$".concat("{process.env.HOME}"),
    "{{ page.url }}",
    "{% include x %}",
    "{# borte #}",
    "<%= x %>",
  ]) {
    assert.equal(words(`før ${body} etter`), `før ${body} etter`);
  }
});

test("Deep and twisted Markdown is set, and never hangs or stops the build", { timeout: 60_000 }, () => {
  const cases = {
    quotes: `${"> ".repeat(20_000)}x`,
    lists: Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
    brackets: "[".repeat(50_000),
    pictures: "![".repeat(20_000),
    links: "[a](".repeat(20_000),
    stars: `${"*".repeat(50_000)}a${"*".repeat(50_000)}`,
    emphasis: "*a _b ".repeat(20_000),
    quoteMarks: '"'.repeat(10_000),
    code: Array.from({ length: 600 }, (_, ticks) => "`".repeat(ticks)).join(" "),
    tables: `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|x\n".repeat(2000)}`,
    citations: "[@a]".repeat(20_000),
    openStatements: "::: utsagn a\n".repeat(5000),
    statements: "::: utsagn a\n\nt\n\n:::\n\n".repeat(5000),
    headings: "## a\n\n".repeat(5000),
  };
  for (const [name, body] of Object.entries(cases)) {
    assert.ok(setProse(body).blocks.length > 0, name);
  }
});
