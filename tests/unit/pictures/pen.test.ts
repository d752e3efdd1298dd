import assert from "node:assert/strict";
import { test } from "node:test";
import { Resvg } from "@resvg/resvg-js";
import { cacheFile, sha256 } from "../../../src/build/output/cache.ts";
import { shareFonts } from "../../../src/build/output/font.ts";
import { loadPen } from "../../../src/build/pictures/pen.ts";

const LINES = [
  "The hall, the table and the",
  "Til Tveit: «Ny vår» av Ty",
  "KVINNER PÅ TUR",
  "LYFT, AVTALE og WATT",
  "Årets T-bane i Ås kl. 14 – 2017",
  "Fjell, fylker og fløte & fiff",
  "Kárášjohka og Deatnu",
];

test("letters that are drawn one by one stand where the font has them in a whole line", async () => {
  const fontFiles = (await shareFonts()).map((font) => cacheFile(`${sha256(font)}.ttf`, [font]));
  /** Where what is seen of a text ends when the library sets all of it, in parts of its size. */
  const endOf = (text: string): number => {
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg"><text xml:space="preserve" y="100" font-size="100" letter-spacing="-2">${text.replace("&", "&#38;")}</text></svg>`;
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Serif 4" };
    const box = new Resvg(drawn, { font }).getBBox();
    assert.ok(box !== undefined, text);
    return (box.x + box.width) / 100;
  };
  const pen = await loadPen();
  for (const line of LINES) {
    const places = [...pen.set(line, 1)].map(([, x]) => x);
    assert.equal(places.length, line.length);
    for (const [index, letter] of [...line].entries()) {
      if (letter === " ") continue;
      const apart = Math.abs((places[index] ?? 0) + endOf(letter) - endOf(line.slice(0, index + 1)));
      assert.ok(apart < 0.005, `«${letter}» in «${line}»: ${apart} away`);
    }
    const apart = Math.abs(pen.widthOf(line) + endOf("n") - endOf(`${line}n`));
    assert.ok(apart < 0.005, `the width of «${line}»: ${apart} away`);
  }
});
