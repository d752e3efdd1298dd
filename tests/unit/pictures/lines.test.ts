import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fit } from "../../../src/build/pictures/lines.ts";

/** As if each letter were half as wide as it is high. */
const widthOf = (text: string) => text.length / 2;
const set = (title: string) => fit(title, 1000, widthOf);

describe("a title on a share picture", () => {
  test("is as large as there is room for", () => {
    assert.deepEqual(set("Kilder"), { size: 124, lines: ["Kilder"] });
    assert.deepEqual(set("Slik svømmer Asker"), { size: 124, lines: ["Slik svømmer", "Asker"] });
  });

  test("becomes smaller rather than more lines than there is room for", () => {
    assert.deepEqual(set("Asker kommune vant en stor pris i dag"), {
      size: 92,
      lines: ["Asker kommune vant", "en stor pris i dag"],
    });
  });

  test("is set in even lines, with no word alone on the last", () => {
    assert.deepEqual(set("Løsningene som alle kommuner i landet kan ta etter nå"), {
      size: 92,
      lines: ["Løsningene som alle", "kommuner i landet", "kan ta etter nå"],
    });
  });

  test("breaks a word that is longer than a line between its syllables", () => {
    assert.deepEqual(set("Kommunal- og moderniseringsdepartementet"), {
      size: 92,
      lines: ["Kommunal- og moderni-", "seringsdepartementet"],
    });
  });

  test("is cut after a whole word when it is too long for any size, and says so within the line", () => {
    const words = Array.from({ length: 80 }, (_, index) => `ord${index}`);
    const { size, lines } = set(words.join(" "));
    assert.equal(size, 46);
    assert.equal(lines.length, 6);
    assert.ok(lines.every((line) => widthOf(line) <= 1000 / 46));
    const shown = lines.join(" ").split(" ");
    assert.equal(shown.pop(), "…");
    assert.deepEqual(shown, words.slice(0, shown.length));
  });
});
