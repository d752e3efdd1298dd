import { openBracket } from "./brackets.ts";

const jsonErrors: Readonly<Record<string, string>> = {
  PropertyNameExpected:
    "Etter dette skulle det stått et feltnavn i doble hermetegn. Kanskje er det et komma for mye, eller et tall med komma der det skal være punktum?",
  ValueExpected: "Etter dette mangler en verdi. Kanskje er det et komma for mye?",
  Empty: "Filen er tom. Legg tilbake det som sto i den.",
  ExtraComma: "Dette kommaet er ett for mye: Det står ikke komma etter det siste. Ta det bort.",
  SingleQuote: 'Her står det et enkelt hermetegn. Feltnavn og tekst skal stå i doble: "slik".',
  InnerQuote: "Teksten er slutt ved hermetegnet foran dette. Skriv « og » inne i den.",
  OpenName: "Feltnavnet foran dette mangler et avsluttende hermetegn, før kolonet.",
  OpenBrace:
    "Parentesen «{» lenger opp er ikke avsluttet. Sett inn «}» foran dette, eller skriv den i stedet.",
  OpenBracket:
    "Parentesen «[» lenger opp er ikke avsluttet. Sett inn «]» foran dette, eller skriv den i stedet.",
  WrongSign: "Mellom et feltnavn og verdien skal det stå kolon, og mellom to felter komma.",
  PartedNumber: "Her er et mellomrom i et tall. Skriv sifrene uten mellomrom.",
  ColonExpected: "Etter dette mangler et kolon mellom feltnavnet og verdien.",
  CommaExpected: "Etter dette mangler et komma.",
  CloseBraceExpected: "Etter dette mangler en avsluttende krøllparentes, «}».",
  CloseBracketExpected: "Etter dette mangler en avsluttende hakeparentes, «]».",
  EndOfFileExpected:
    "Etter dette står det mer, men dataene er slutt. Ta det bort, eller se etter en parentes for mye.",
  InvalidCommentToken: "JSON kan ikke ha kommentarer. Ta bort denne.",
  UnexpectedEndOfString:
    "Teksten mangler et avsluttende hermetegn, eller går over flere linjer. Skriv den på én.",
  UnexpectedEndOfComment: "JSON kan ikke ha kommentarer. Ta bort denne.",
  InvalidSymbol:
    'Dette er verken tall, tekst, true, false eller null. Tekst skal stå i rette, doble hermetegn: "slik".',
  InvalidNumberFormat:
    "Tallet er ikke skrevet slik JSON vil ha det: bare sifre, uten 0 først, og punktum som desimaltegn.",
  UnexpectedEndOfNumber: "Tallet er ikke skrevet ferdig.",
  InvalidEscapeCharacter: "Omvendt skråstrek i en tekst må skrives dobbelt: «\\\\».",
  InvalidUnicode: "Tegnkoden etter «\\u» er ikke gyldig.",
  InvalidCharacter:
    "Teksten har et usynlig styretegn, for eksempel et linjeskift. Skriv teksten på én linje.",
};

/** What an error of the parser is at bottom, by what stands on both sides of it; its own code where that does not show. */
export function codeAt(text: string, offset: number, code: string): string {
  const [before, after] = [text.slice(Math.max(0, offset - 100), offset), text.slice(offset, offset + 10)];
  if (/,\s*$/.test(before) && /^[}\]]/.test(after)) return "ExtraComma";
  if (after.startsWith("'")) return "SingleQuote";
  if (after.startsWith("#")) return "InvalidCommentToken";
  if (/^[;=]/.test(after)) return "WrongSign";
  if (/^[()]/.test(after) || (code === "CommaExpected" && /^[{}[\]]/.test(after))) {
    const open = openBracket(text, offset);
    if (open === "{") return "OpenBrace";
    // Between two things in a list only the comma is missing.
    if (open === "[" && /^[)}]/.test(after)) return "OpenBracket";
  }
  if (/^[ \t]*"[a-z]+: ?"$/im.test(before.slice(before.lastIndexOf("\n") + 1))) return "OpenName";
  if (/"$/.test(before) && /^[\p{L}\d]/u.test(after)) return "InnerQuote";
  if (/\d$/.test(before) && /^[\d.%\p{L}]/u.test(after)) return "InvalidNumberFormat";
  if (/\d[ \u00a0]*$/.test(before) && /^[ \u00a0]*\d{3}(?!\d)/.test(after)) return "PartedNumber";
  return code;
}

/** What a code of {@link codeAt} means, in Bokmål. */
export function sayJsonError(code: string): string {
  return jsonErrors[code] ?? "Filen er ikke gyldig JSON fra dette punktet.";
}
