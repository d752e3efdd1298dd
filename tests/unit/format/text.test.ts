import assert from "node:assert/strict";
import { test } from "node:test";
import {
  capitalise,
  keepTogether,
  list,
  readingMinutes,
  slug,
  wordCount,
} from "../../../src/build/format/text.ts";
import { Id } from "../../../src/model/primitives.ts";

/** Shows the sign that nobody sees: a no-break space as «~». */
function shown(text: string): string {
  return text.replaceAll("\u00a0", "~");
}

test("What belongs together is tied by no-break spaces, one for one", () => {
  const cases = [
    ["Prisen er 500 000 kroner", "Prisen er 500~000 kroner"],
    ["1 234 567", "1~234~567"],
    ["den 15. juni 2017 og 31. desember", "den 15.~juni 2017 og 31.~desember"],
    ["15. juni", "15.~juni"],
    ["NOK 500,000 on 15 June", "NOK~500,000 on 15~June"],
    ["ca. 15 familier", "ca.~15 familier"],
    ["kl. 14.30, nr. 4", "kl.~14.30, nr.~4"],
    ["§ 3 og § 12", "§~3 og §~12"],
    ["20 %, 330 m², 73 000 kWh og 100 kr.", "20~%, 330~m², 73~000~kWh og 100~kr."],
  ] as const;
  for (const [before, after] of cases) {
    assert.equal(shown(keepTogether(before)), after);
    assert.equal(keepTogether(before).length, before.length);
  }
});

test("An abbreviation that begins a sentence is tied too", () => {
  assert.equal(shown(keepTogether("Ca. 15 familier. Kl. 14 åpnet de.")), "Ca.~15 familier. Kl.~14 åpnet de.");
});

test("Other spaces stay as they are", () => {
  for (const words of [
    "15 familier",
    "12 krav",
    "i 2017 fikk 4 byer",
    "slutt. 15 kom",
    "side 3. Mai kom",
    "fra høsten 2016. april kom",
    "since 2016 April has come",
    "3 2017",
  ]) {
    assert.equal(keepTogether(words), words);
  }
});

test("A list ends in «og», without a comma before it", () => {
  assert.equal(list([], "nb"), "");
  assert.equal(list(["Horten"], "nb"), "Horten");
  assert.equal(list(["Horten", "Oppegård"], "nb"), "Horten og Oppegård");
  assert.equal(list(["Asker", "Horten", "Oppegård"], "nb"), "Asker, Horten og Oppegård");
  assert.equal(list(["Asker", "Horten", "Oppegård"], "en"), "Asker, Horten and Oppegård");
});

test("Only the first letter is made large", () => {
  const cases = [
    ["torsdag 15. juni", "Torsdag 15. juni"],
    ["ærlig Talt", "Ærlig Talt"],
    ["åpning", "Åpning"],
    ["2017", "2017"],
    ["", ""],
  ] as const;
  for (const [before, after] of cases) assert.equal(capitalise(before), after);
});

test("An address is lower-case ASCII words, with letters of Norwegian and Sámi made into their nearest", () => {
  const cases = [
    ["Holmen svømmehall", "holmen-svommehall"],
    ["Ærlig på Østfold, Åsen", "aerlig-pa-ostfold-asen"],
    ["Kárášjohka", "karasjohka"],
    ["Á Č Đ Ŋ Š Ŧ Ž á č đ ŋ š ŧ ž", "a-c-d-n-s-t-z-a-c-d-n-s-t-z"],
    ["Snåase ï ö ä", "snaase-i-o-a"],
    ["  «Blikk – for» muligheter!  ", "blikk-for-muligheter"],
    ["a\u030a og e\u0301", "a-og-e"],
    ["500\u00a0000 kroner", "500-000-kroner"],
    ["…", ""],
  ] as const;
  for (const [words, address] of cases) assert.equal(slug(words), address);
});

test("An address is an id, or nothing, whatever it is made from", () => {
  for (let code = 32; code < 0x2fff; code++) {
    const made = slug(`-a${String.fromCodePoint(code)}-${String.fromCodePoint(code, code + 1)}b-`);
    assert.ok(Id.safeParse(made).success, `U+${code.toString(16)} gives «${made}»`);
  }
});

test("Words are counted as a person counts them", () => {
  const cases = [
    ["", 0],
    ["– … «»", 0],
    ["Blikk for muligheter", 3],
    ["«Blikk for muligheter», sa hun.", 5],
    ["e-post til Ås", 3],
    ["12,5 meter og kl. 14.30", 5],
    ["lo\u00adkal\u00adsam\u00adfunns\u00adut\u00advik\u00adling", 1],
    ["år – dag", 2],
  ] as const;
  for (const [words, count] of cases) assert.equal(wordCount(words), count, words);
});

test("Two hundred words take a minute to read, and no page takes less", () => {
  const cases = [
    [0, 1],
    [299, 1],
    [300, 2],
    [1000, 5],
  ] as const;
  for (const [words, minutes] of cases) assert.equal(readingMinutes(words), minutes);
});
