import { LineCounter } from "yaml";
import { NO_BREAK_SPACE } from "../format/text.ts";
import { type Position, type Report, START } from "./problem.ts";

/** A line longer than this is no prose, and no editor shows it. */
const LONGEST_LINE = 10_000;

const utf8 = new TextDecoder("utf-8");

/** The narrow spaces that programs part thousands with. */
const NARROW_SPACE = /[\u2007\u2009\u202f](?<=\d.)(?=\d)/g;

/**
 * UTF-8 as text without a byte-order mark, line ends as LF, letters composed (NFC), narrow spaces within a number as no-break ones. What
 * is not UTF-8 becomes U+FFFD.
 */
function decode(bytes: Uint8Array): string {
  const text = utf8.decode(bytes).replace(/\r\n?/g, "\n").normalize("NFC");
  return text.replace(NARROW_SPACE, NO_BREAK_SPACE);
}

/** The text in the form in which all else here counts its places; null when it is not UTF-8. */
export function normalise(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text.includes("\ufffd") ? null : text;
}

/**
 * The normalised text of a file that must be there. Tells what is wrong with its characters; gives null, which is told too, when it is
 * not there or cannot be read as text at all.
 */
export function textOf(file: string, bytes: Uint8Array | null, report: Report): string | null {
  if (bytes === null)
    return report.refuse(
      "missing-file",
      file,
      START,
      "Nettstedet må ha denne filen, og den finnes ikke. Legg den tilbake.",
    );
  if (isUtf16(bytes)) {
    const message = "Filen er lagret med tegnsettet UTF-16. Lagre den på nytt med tegnsettet UTF-8.";
    return report.refuse("invalid-utf8", file, START, message);
  }
  const text = decode(bytes);
  const invalid = text.indexOf("\ufffd");
  if (invalid !== -1) {
    const message =
      "Her er et tegn som ikke er UTF-8. Lagre filen på nytt med tegnsettet UTF-8, og rett tegnet.";
    return report.refuse("invalid-utf8", file, positionIn(text, invalid), message);
  }
  if (text.startsWith("version https://git-lfs.github.com/"))
    return report.refuse(
      "lfs-pointer",
      file,
      START,
      "Dette er bare en peker fra Git LFS, ikke selve filen. Legg inn filen.",
    );
  const long =
    text.length > LONGEST_LINE ? text.split("\n").findIndex((line) => line.length > LONGEST_LINE) : -1;
  if (long !== -1) {
    const message = `Linjen har over ${LONGEST_LINE} tegn. Del den opp.`;
    return report.refuse("line-too-long", file, { line: long + 1, column: 1 }, message);
  }
  const faults = [...characterFaults(text)];
  for (const { rule, index, message } of faults) report.add(rule, file, positionIn(text, index), message);
  // Of two texts in one all else would be told for the marks' sake.
  return faults.some(({ rule }) => rule === "merge-conflict") ? null : text;
}

/** By its byte-order mark, or by the half of a Latin character that is nought. */
function isUtf16([first, second]: Uint8Array): boolean {
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || first === 0 || second === 0;
}

/** Finds the line and column of offsets in a text. */
export function positionsIn(text: string): (offset: number) => Position {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

/** The text that was asked about last: a page's problems come one after another. */
let latest = { text: "", find: positionsIn("") };

/** The line and column of an offset. */
export function positionIn(text: string, offset: number): Position {
  if (latest.text !== text) latest = { text, find: positionsIn(text) };
  return latest.find(offset);
}

/** Faults of characters. `sign` is a single character without which there is none: one look passes most files. */
const CHARACTER_RULES = [
  {
    rule: "invisible-character",
    sign: /[^ -~\n¡-¬®-ÿ]/,
    // Controls, zero-width characters, bidirectional marks, fillers and halves of characters; soft hyphen and no-break spaces are allowed,
    // and what joins pictures into one.
    pattern:
      /(?![\t\n\u00ad]|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)\u200d\p{Extended_Pictographic})[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0\ufffc]/gu,
    say: (found: string) =>
      `Her står det usynlige tegnet ${codePoint(found)}. Slett det, eller skriv ordet på nytt.`,
  },
  {
    rule: "mixed-scripts",
    sign: /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u,
    pattern:
      /(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])\p{L}+/gu,
    say: (found: string) => {
      const foreign = found.match(/[^\p{Script=Latin}]/u)?.[0] ?? "";
      return `«${found}» blander alfabeter: «${foreign}» (${codePoint(foreign)}) bare ligner en latinsk bokstav. Skriv ordet på nytt.`;
    },
  },
  {
    rule: "garbled-text",
    sign: /[ÃÂâ]/,
    pattern:
      /[\p{L}]*(?:Ã[\u0080-\u00bf\u2013-\u2122\u0152-\u017e]|â€[\u0080-\u00ff\u2013-\u2122\u0152-\u017e]?|Â[\u00a0-\u00bf])[\p{L}]*/gu,
    say: (found: string) => {
      const mended = ungarble(found);
      const hint = mended === found ? "" : ` Det skulle trolig stått «${mended}».`;
      return `«${found}» er lest med feil tegnsett.${hint}`;
    },
  },
  {
    rule: "merge-conflict",
    sign: /<{7}|>{7}|\|{7}/,
    // A whole conflict, from the first of its marks to the last, or one of them that was left.
    pattern: /^<{7}(?= |$)(?:(?!^<{7})[\s\S])*?^>{7}(?= |$)|^(?:<{7}|>{7}|\|{7})(?= |$)/gmu,
    say: () =>
      "Her er to endringer flettet uten at noen valgte mellom dem. Behold den ene, og slett linjene med «<<<<<<<», «=======» og «>>>>>>>».",
  },
] as const;

/** What is wrong with the characters of a text, and where in it. */
export function* characterFaults(text: string) {
  for (const { rule, sign, pattern, say } of CHARACTER_RULES) {
    if (!sign.test(text)) continue;
    for (const { 0: found, index } of text.matchAll(pattern))
      yield { rule, index, found, message: say(found) };
  }
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Windows-1252's places for the bytes 0x80 to 0x9f, which text decoded wrongly shows as these characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Undoes one wrong decoding of UTF-8 as Windows-1252: «svÃ¸mmehall» becomes «svømmehall». The same text when it cannot. */
function ungarble(text: string): string {
  const bytes = [...text].map((character) => {
    const high = WINDOWS_1252.indexOf(character);
    return high === -1 ? (character.codePointAt(0) ?? 0) : 0x80 + high;
  });
  const decoded = bytes.every((byte) => byte < 256) ? utf8.decode(Uint8Array.from(bytes)) : text;
  return decoded.includes("\ufffd") ? text : decoded;
}
