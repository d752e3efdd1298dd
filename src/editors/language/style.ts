import { isInfinitive } from "./compounds.ts";
import type { Passage } from "./passages.ts";
import type { Finding } from "./rules.ts";
import { sentencesOf, wordsIn } from "./sentences.ts";

/** A sentence of more words is hard to hold in the head. */
const LONGEST = 30;

/** So many passives in a paragraph are a pile, when they stand in more than half of its sentences too. */
const PILE = 4;

/** «ble delt ut», «er blitt brukt», «skal vurderes», «gjennomføres». */
const PASSIVE: Readonly<Record<string, RegExp>> = {
  nb: /(?<!\p{L})(?:(?:bli|blir|ble|blitt)(?:\s\p{L}+){0,2}?\s\p{L}+(?:t|tt|dd|ad|en)|(?!finnes|synes|trives|lykkes|møtes|kalles|minnes|ønskes|føles|omtales)\p{Ll}{2,}(?:[^aeiouyæøås]e|ø|å)s)(?!\p{L})/giu,
};

/** Nouns in the genitive end as passives do; a passive has its active form beside it. */
function passivesIn(text: string, language: string, has: (word: string) => boolean): number {
  const pattern = PASSIVE[language];
  if (pattern === undefined) return 0;
  return [...text.matchAll(pattern)].filter(
    ([found]) => /\s/.test(found) || isInfinitive(found.slice(0, -1).toLowerCase(), has),
  ).length;
}

/** Sentences too long, and paragraphs that never say who does what. */
export function* styleFindings(
  { text, language, kind }: Passage,
  has: (word: string) => boolean,
): Iterable<Finding> {
  if (kind === "heading" || kind === "words") return;
  const sentences = sentencesOf(text, language);
  for (const { start, text: found } of sentences) {
    const { length } = wordsIn(found);
    if (length <= LONGEST) continue;
    const message = `Setningen har ${length} ord. Del den; over ${LONGEST} ord er tungt å lese.`;
    yield { rule: "long-sentence", start, found, message };
  }
  const counts = sentences.map((sentence) => passivesIn(sentence.text, language, has));
  const passives = counts.reduce((sum, count) => sum + count, 0);
  if (passives < PILE || counts.filter((count) => count > 0).length <= sentences.length / 2) return;
  const message = `Avsnittet har ${passives} passiver. Skriv hvem som gjør hva: «kommunen vedtok planen», ikke «planen ble vedtatt».`;
  yield { rule: "passive-pile", start: sentences[0]?.start ?? 0, found: text, message };
}
