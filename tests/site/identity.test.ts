import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";
import { colours } from "../../src/build/format/colours.ts";
import { copyProject, type Project, pagesOf } from "../support/site.ts";

const CONTACT = "mailto:sikkerhet@kommune.example";

describe("icons, manifest, humans.txt and security.txt of a site with a security contact", () => {
  let project: Project;
  const dist = (path: string) => join(project.root, "dist", path);
  const text = (path: string) => readFileSync(dist(path), "utf8");

  before(() => {
    project = copyProject();
    const file = join(project.root, "_data/site.json");
    const security = JSON.stringify({ contact: CONTACT, expires: "2020-06-01" });
    writeFileSync(file, readFileSync(file, "utf8").replace('"security": null', `"security": ${security}`));
    const { code, output } = project.run("build");
    assert.equal(code, 0, output);
    assert.match(output, /_data\/site\.json:\d+:\d+ advarsel expired-date: /, "an expired date is told");
  });
  after(() => project.remove());

  test("every icon that a page or the manifest names is there, in the size that it says", async () => {
    const manifest: unknown = JSON.parse(text("manifest.webmanifest"));
    assert.ok(typeof manifest === "object" && manifest !== null && "icons" in manifest);
    assert.ok(Array.isArray(manifest.icons) && manifest.icons.length === 4);
    for (const { src, sizes } of manifest.icons) {
      const { width, height, format } = await sharp(dist(src)).metadata();
      assert.deepEqual([`${width}x${height}`, format], [sizes, "png"]);
    }
    const { width, height } = await sharp(dist("apple-touch-icon.png")).metadata();
    assert.deepEqual([width, height], [180, 180]);
    for (const [url, html] of pagesOf(dist(""))) {
      const links = [...html.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="\/([^"]+)"/g)];
      assert.equal(links.length, 4, url);
      for (const [, path = ""] of links) assert.ok(existsSync(dist(path)), path);
    }
  });

  test("the ICO file holds one PNG of 32 pixels", async () => {
    const ico = readFileSync(dist("favicon.ico"));
    assert.deepEqual([...ico.subarray(0, 8)], [0, 0, 1, 0, 1, 0, 32, 32]);
    const image = ico.subarray(ico.readUInt32LE(18));
    assert.equal(image.length, ico.readUInt32LE(14));
    assert.equal((await sharp(image).metadata()).width, 32);
  });

  test("the middle of a maskable icon is the sign: sun above the line, paper below", async () => {
    const { data, info } = await sharp(dist("icon-192.png"))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => {
      const start = (y * info.width + x) * 3;
      return `#${data.subarray(start, start + 3).toString("hex")}`;
    };
    assert.deepEqual(
      [at(96, 90), at(96, 138), at(96, 170), at(10, 138)],
      [colours.sun, colours.fjord, colours.paper, colours.fjord],
    );
  });

  test("the colours outside the style sheet are the style sheet's own", () => {
    const [light = "", dark = ""] = readFileSync("src/styles/tokens.css", "utf8").split(
      "prefers-color-scheme",
    );
    const { darkPaper, ...others } = colours;
    for (const [name, colour] of Object.entries(others))
      assert.ok(light.includes(`--${name}: ${colour};`), name);
    assert.ok(dark.includes(`--paper: ${darkPaper};`));
  });

  test("the browser's own frame has the colour of the page, which is dark where one picture is shown", () => {
    const frame = (page: string) =>
      [...text(page).matchAll(/<meta name="theme-color" content="(.+?)"/g)].map(([, colour]) => colour);
    assert.deepEqual(frame("2017/index.html"), [colours.paper, colours.darkPaper]);
    assert.deepEqual(frame("2017/bilder/vinnere/index.html"), [colours.darkPaper, colours.darkPaper]);
  });

  test("security.txt has what RFC 9116 asks for, and is there only with a contact", () => {
    assert.deepEqual(text(".well-known/security.txt").split("\n"), [
      `Contact: ${CONTACT}`,
      "Expires: 2020-06-01T23:59:59Z",
      "Preferred-Languages: nb, en",
      "Canonical: https://innovasjonsprisen.example/.well-known/security.txt",
      "",
    ]);
  });

  test("humans.txt says where the facts come from and when they were last changed", () => {
    assert.match(text("humans.txt"), /\/kilder\/\n.*\/data\/\n/);
    assert.match(text("humans.txt"), /^Sist endret: \d{4}-\d{2}-\d{2}$/m);
  });
});
