/** Just below what the contract allows of a file, in bytes, and of a line, in characters. */
const LARGEST = 970_000;
const LONGEST_LINE = 9_900;

const sentence =
  "Kommunestyret vedtok lokalsamfunnsutviklingsplanen den 8. november, og «alle» fikk være med. ";

/** Lines of what is given, as long as they may be, between empty ones. */
const paragraphs = (part: string): string =>
  repeat(`${part.repeat(Math.floor(LONGEST_LINE / part.length)).trimEnd()}\n\n`);
const repeat = (part: string): string => part.repeat(Math.floor(LARGEST / Buffer.byteLength(part)));

/** What the text of a page as large as the contract allows may be made of, by name: what is dear to read. */
export const kinds: Readonly<Record<string, () => string>> = {
  sentences: () => paragraphs(sentence),
  "short paragraphs": () => repeat("Og så ett til.\n\n"),
  headings: () => repeat("## Et innskudd om noe\n\nTekst.\n\n"),
  "one long word": () => paragraphs("a"),
  compounds: () => paragraphs("menneskerettighetsorganisasjonssekretærstillingsutlysning "),
  "emphasis left open": () => paragraphs("*a **b "),
  "emphasis closed": () => paragraphs("*a **b** c* "),
  "links left open": () => paragraphs("[a]("),
  "link and text": () => paragraphs("[a] (b) "),
  citations: () => paragraphs("[@a"),
  "blank lines": () => repeat("\n"),
  "lines of spaces": () => repeat(`${" ".repeat(200)}\n`),
  brackets: () => paragraphs("["),
  links: () => paragraphs("[Om prisen](/om-prisen/) og "),
  "dead links": () => paragraphs("[Ingen](/ingen/) og "),
  backticks: () => paragraphs(`${Array.from({ length: 60 }, (_, n) => "`".repeat(n + 1)).join(" ")} `),
  "nested quotes": () => repeat(`${"> ".repeat(60)}a\n`),
  "nested lists": () => repeat(Array.from({ length: 60 }, (_, n) => `${"  ".repeat(n)}- a\n`).join("")),
  "a long list": () => repeat("- Et punkt\n"),
  "a long table": () => `| a | b |\n| - | - |\n${repeat("| en | to |\n")}`,
  "a wide table": () =>
    `${"| a ".repeat(2000)}|\n${"| - ".repeat(2000)}|\n${repeat(`${"| b ".repeat(2000)}|\n`)}`,
  entities: () => paragraphs("&amp;"),
  markup: () => paragraphs("<a href='b'>"),
  "quotation marks": () => paragraphs("«\"'"),
  escapes: () => paragraphs("\\*"),
  addresses: () => paragraphs("https://example.no/a "),
  "soft hyphens": () => paragraphs("a\u00ad"),
  "combining marks": () => paragraphs("a\u030a"),
};
