/** A sentence of a text, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** Ends with a full stop that ends no sentence: «kl. 14», «ca. 15», «F.v. Lene Conradi», «15. Juni». */
const GOES_ON =
  /(?:^|[\s(«])(?:ca|kl|nr|jf|dvs|evt|inkl|ekskl|tlf|pkt|art|st|dr|prof|mill|mrd|maks|min|bl\.a|f\.eks|f\.v|t\.v|t\.h|i\.e|e\.g|mrs?|\d{1,2})\.$/i;

/** Ends with an initial: «Paul B. Chaffey». */
const INITIAL = /(?:^|[\s(«])\p{Lu}\.$/u;

/** Ends with a full stop that ends a sentence only where a new one clearly begins: «Asker m.fl. De søkte». */
const MAY_GO_ON = /(?:^|\s)(?:m\.fl|m\.m|o\.l|osv|etc|m\.v|mv)\.$/;

/** The text's sentences. Unicode's own rules, with the abbreviations and dates of Norwegian joined again. */
export function sentencesOf(text: string, language: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const sentences: { start: number; text: string }[] = [];
  // A line's end is white space here, and to Unicode the end of a sentence.
  for (const { segment, index } of segmenter.segment(text.replaceAll("\n", " "))) {
    const last = sentences.at(-1);
    const before = last?.text.replace(/[\s\ufffc]+$/u, "") ?? "";
    const isNew = /^[\s\ufffc«–-]*\p{Lu}/u.test(segment);
    const joined = GOES_ON.test(before) || INITIAL.test(before) || (MAY_GO_ON.test(before) && !isNew);
    if (last !== undefined && joined) last.text += segment;
    else sentences.push({ start: index, text: segment });
  }
  return sentences
    .map(({ start, text: all }) => {
      const trimmed = all.replace(/^[\s\ufffc]+/u, "");
      return {
        start: start + all.length - trimmed.length,
        text: trimmed.replaceAll("\ufffc", "").replace(/\s+/gu, " ").trim(),
      };
    })
    .filter(({ text: words }) => /\p{L}/u.test(words));
}

/** A text's words, as a reader counts them. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\d][\p{L}\d\u00ad]*(?:[-.,’'/](?=[\p{L}\d])[\p{L}\d]+)*/gu) ?? [];
}
