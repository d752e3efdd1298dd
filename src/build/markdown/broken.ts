/** What a statement ends with. */
export const END = ":::";

/** Told where it is to be written, for what is missing cannot be pointed at. */
export const NO_BEGINNING =
  "Avsnittet slutter som et utsagn, med «:::», men begynner ikke som et. Skriv «::: utsagn» og id-en til personen på en egen linje over det.";

/** Told of a footnote's mark, and of the note itself. */
export const NO_NOTES =
  "Fotnoter finnes ikke her. Vis til en kilde med «[@» og id-en, eller skriv det i teksten.";

type Marks = readonly (readonly [pattern: RegExp, message: string])[];

/** What each of the patterns for lines asks for: most lines have none of it. */
const PERHAPS_BROKEN = /^:|[#[\]!*_@]|:\/\/|www\./;

const NO_LIST =
  "Dette blir ikke en liste. Begynn hvert punkt med «- » eller «1. », med mellomrom etter tegnet. En replikk begynner med «– ».";

/** Marks that editors write and that came out as plain text, line by line, with how to write what was meant. */
const IN_LINES: Marks = [
  [/^#{1,6}(?=\p{L})/u, "Mellom «#» og overskriften skal det være et mellomrom: «## Overskrift»."],
  [
    /^(?::::|::? ?utsagn\b)/,
    "«:::» hører til et utsagn. Det begynner med «::: utsagn» og id-en til personen, og slutter med «:::».",
  ],
  [
    /\[@|\[[a-z][a-z\d-]*-\d{4}\]|(?<![\p{L}\d])@[a-z\d]+-[a-z\d]/u,
    "Kildehenvisningen er ikke skrevet riktig. Skriv «[@id]», med id-en fra _data/sources.json og én kilde i hver hakeparentes.",
  ],
  [/\]\s?\{lang\b/, "Språket er ikke merket riktig. Skriv «[ord]{lang=en}», uten mellomrom utenfor ordene."],
  [
    /^\[(?:[ x]?\]\s|!)/i,
    "GitHubs avkryssing og rammer, som «[ ]» og «[!NOTE]», finnes ikke her. Ta bort merket, og si det med ord.",
  ],
  [/\[\^|\[\d{1,2}\]/, NO_NOTES],
  [/!\[|^!\(/, "Dette ble ikke et bilde. Skriv «![](id)» med id-en fra _data/pictures.json."],
  [
    /\[[^[\]]+(?:\]\(|\([^\s()]+\.md\))|\]\s?\((?:https?:|mailto:|www\.|[^\s()]+\.md)|\)\s?\[(?:https?:|www\.|[^\s[\]]+\.md)|\[\[|\[[^[\]]+\]\s?\[/,
    "Dette ble ingen lenke. Skriv «[tekst](adresse)»; adressen har ingen mellomrom.",
  ],
  [
    /(?<!=["'«‘]?)(?:https?:\/\/\S|(?<![\p{L}\d./@-])www\.[\p{L}\d])/u,
    "En adresse blir ikke en lenke av seg selv. Skriv «[tekst](adresse)».",
  ],
  [/\*\*|(?<![\p{L}\d_])__\p{L}/u, "Fet skrift er ikke avsluttet. Sett «**» rett før og rett etter ordene."],
  [
    /(?<![\p{L}\d/])[*_]\p{L}/u,
    "Kursiven er ikke avsluttet. Sett «*» rett før og rett etter ordene, eller skriv «\\» foran tegnet selv.",
  ],
];

/** The same for whole paragraphs, as they are written. */
const IN_PARAGRAPHS: Marks = [
  [/(?<![^\n])(?:-\p{L}|\d{1,2}\.\p{Lu}|1\.\p{L}.*\n2\.\p{L}|[•·▪●◦‣]|o\t)|^a([.)]) .*\nb\1 /u, NO_LIST],
];

/** The same for those of several lines. */
const IN_LONGER: Marks = [
  ...IN_PARAGRAPHS,
  [
    // After a letter's name in HTML, «&aelig;», nothing must follow either.
    /^[^\t\n]+\t.*\n[^\t\n]+\t|^[^;&\n]+;\S.*\n[^;&\n]+;\S/,
    "Linjene blir ett avsnitt. I en tabell står det «|» mellom cellene, ikke tabulator eller semikolon, og «| --- |» under overskriftene.",
  ],
  [
    /(?<![^\n])– .*\n– /,
    "Linjene blir ett avsnitt. Begynn punktene i en liste med «- », og skill replikker med en tom linje.",
  ],
];

/** What to say of a line of running text in which a mark was left over. */
export function brokenLine(text: string): string | undefined {
  if (!PERHAPS_BROKEN.test(text)) return undefined;
  return IN_LINES.find(([pattern]) => pattern.test(text))?.[1];
}

/** What to say of a paragraph that was meant for something else, and at which of its lines, from 0. */
export function brokenParagraph(source: string): { readonly message: string; readonly line: number } | null {
  for (const [pattern, message] of source.includes("\n") ? IN_LONGER : IN_PARAGRAPHS) {
    const found = pattern.exec(source);
    if (found !== null) return { message, line: source.slice(0, found.index).split("\n").length - 1 };
  }
  return null;
}

/** Whether a paragraph was meant for rows of a table. */
export function isRow(source: string): boolean {
  return source.includes("|") && /^\|.*(?:\n\||\|\s*$)|^[^|\n]+ \| .*\n[^|\n]+ \| /.test(source);
}

/** What to say of a row of a table that has other cells than its head: some would be lost. */
export function brokenRow(row: string, columns: number): string | undefined {
  const cells = row
    .replaceAll("\\|", "")
    .replace(/^[\s>]*\|?|\|\s*$/g, "")
    .split("|").length;
  if (cells === columns) return undefined;
  return `Raden har ikke like mange celler som tabellen har kolonner: ${cells} mot ${columns}. Tekst etter en tabell skal ha en tom linje foran.`;
}
