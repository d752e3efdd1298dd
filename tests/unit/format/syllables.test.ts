import assert from "node:assert/strict";
import { test } from "node:test";
import { COMPOUND, softHyphenate } from "../../../src/build/format/syllables.ts";

/** Shows the sign that nobody sees: a soft hyphen as «|». */
function shown(text: string): string {
  return text.replaceAll("\u00ad", "|");
}

test("Long words can break between syllables, and show nothing when they need not", () => {
  const cases = [
    ["Kommunal- og moderniseringsdepartementet", "Kommunal- og mo|der|ni|se|rings|de|par|te|men|tet"],
    ["lokalsamfunnsutvikling", "lo|kal|sam|funns|ut|vik|ling"],
    ["En kort vei til kommunen", "En kort vei til kommunen"],
  ] as const;
  for (const [words, broken] of cases) {
    assert.equal(shown(softHyphenate(words, "nb")), broken);
    assert.equal(softHyphenate(words, "nb").replaceAll("\u00ad", ""), words);
  }
});

test("English has no such compounds, and stays as it is", () => {
  assert.equal(
    softHyphenate("Internationalisation of responsibilities", "en"),
    "Internationalisation of responsibilities",
  );
});

test("A compound is broken where a joining s ends its first part, when no part is too long for a line", () => {
  const cases = [
    ["Kommunal- og moderniseringsdepartementet", "Kommunal- og moderniserings|departementet"],
    ["lokalsamfunnsutvikling", "lokalsamfunns|utvikling"],
    ["anskaffelsesprosessen", "anskaffelses|prosessen"],
    ["kunnskapssenterlederen", "kunnskaps|senterlederen"],
    ["informasjonskapslene her", "informasjons|kapslene her"],
    ["menneskerettighetsdomstolen", "menneskerettighets|domstolen"],
    ["innovasjonseksperten", "innovasjons|eksperten"],
    ["bildetekstforfatterne", "bilde|tekst|for|fat|ter|ne"],
  ] as const;
  for (const [words, expected] of cases) assert.equal(shown(softHyphenate(words, "nb", COMPOUND)), expected);
  for (const [heading, expected] of [
    ["Løsningsjakten", "Løsnings|jakten"],
    ["Asker vant Innovasjonsprisen", "Asker vant Innovasjons|prisen"],
    ["Arendalskonferansen", "Arendals|konferansen"],
    ["anskaffelsesprosessen", "an|skaf|fel|ses|pro|ses|sen"],
  ] as const)
    assert.equal(shown(softHyphenate(heading, "nb")), expected);
});

test("Only words that are long enough are broken, wherever they stand", () => {
  const word = "innovasjonspriskomiteen";
  for (const length of [COMPOUND - 1, COMPOUND, COMPOUND + 1]) {
    const long = word.slice(0, length);
    for (let before = 0; before <= 2 * COMPOUND; before++) {
      for (const after of ["", ".", " og slutt"]) {
        const text = `${"«ord» ".repeat(before).slice(0, before)} ${long}${after}`;
        const broken = shown(softHyphenate(text, "nb", COMPOUND));
        assert.equal(broken.includes("|"), length >= COMPOUND, text);
        assert.equal(broken.replaceAll("|", ""), text);
      }
    }
  }
});
