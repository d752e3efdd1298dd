import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenOut } from "../../../src/build/eleventy/tsx.ts";
import { writeHtml } from "../../../src/build/format/elements.ts";

function Item({ to, children }: { to: string; children: string }) {
  return (
    <li>
      <a href={to}>{children}</a>
    </li>
  );
}

for (const [what, page, html] of [
  ["elements in elements", <p>Se {<b>her</b>}.</p>, "<p>Se <b>her</b>.</p>"],
  ["a component", <Item to="/2017/">Prisen</Item>, '<li><a href="/2017/">Prisen</a></li>'],
  [
    "a list",
    <ul>
      {["a", "b"].map((to) => (
        <Item to={to}>{to}</Item>
      ))}
    </ul>,
    '<ul><li><a href="a">a</a></li><li><a href="b">b</a></li></ul>',
  ],
  [
    "parts without an element around them",
    <>
      <dt>Sum</dt>
      <dd>{0}</dd>
    </>,
    "<dt>Sum</dt><dd>0</dd>",
  ],
  [
    "nothing for what is not there",
    <p>
      {null}
      {undefined}
      {false}
      {true}
      {""}
    </p>,
    "<p></p>",
  ],
  ["an element without an end", <br class="x" />, '<br class="x">'],
  ["an empty element", <div id="x" />, '<div id="x"></div>'],
  [
    "a drawing",
    <svg viewBox="0 0 1 1" aria-hidden={true}>
      {<path d="M0 0" />}
    </svg>,
    '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"></path></svg>',
  ],
  ["a number", <img width={320} height={0} alt="" />, '<img width="320" height="0" alt>'],
  ["what is on or off", <details open hidden={false} title={undefined} />, "<details open></details>"],
  ["a text", <p>{'<b> & "x" > y\u00a0z'}</p>, '<p>&lt;b> &amp; "x" > y\u00a0z</p>'],
  ["a value", <i title={'"><b> & x'} />, '<i title="&quot;><b> &amp; x"></i>'],
  ["HTML that is ready", <p dangerouslySetInnerHTML={{ __html: "a <b>b</b>" }} />, "<p>a <b>b</b></p>"],
] as const)
  test(`writes ${what}`, () => assert.equal(writeHtml(page), html));

test("writes texts and numbers alone, too", () => {
  assert.equal(writeHtml(["a < b, ", 2, null]), "a &lt; b, 2");
});

test("an attribute that is no text is a fault of the layout", () => {
  assert.throws(() => writeHtml(<p onScroll={() => undefined} />), /attribute onScroll is no text/);
  assert.throws(() => writeHtml(<p style={{ color: "red" }} />), /attribute style is no text/);
});

test("a page is elements or a text, and nothing else is written as one", () => {
  assert.equal(writtenOut(<p>a</p>), "<!doctype html><p>a</p>");
  assert.equal(writtenOut("User-agent: *\n"), "User-agent: *\n");
  for (const odd of [{ type: "p" }, [], null, 1]) assert.throws(() => writtenOut(odd), /no page/);
});
