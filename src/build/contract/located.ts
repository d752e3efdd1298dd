import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { Position, Report } from "./problem.ts";

/** The way to a value inside a document: keys and indices. */
export type Path = readonly (string | number)[];

/** A parsed document that remembers where each value stood. */
export interface Located {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at the path stands; where there is none, its nearest parent. */
  at(path: Path): Position;
  /** Where the key itself stands, for the last name in the path. */
  atKey(path: Path): Position;
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Reads strict JSON (RFC 8259: no comments, no trailing commas). Tells what is wrong and gives null then. */
export function parseJson(file: string, text: string, report: Report): Located | null {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  for (const { error, offset } of errors.slice(0, 1)) {
    report.add("invalid-json", file, positionIn(text, offset), sayJsonError(printParseErrorCode(error)));
  }
  if (errors.length > 0 || tree === undefined) return null;
  if (reportDuplicateKeys(file, text, tree, report)) return null;
  const nodeAt = (path: Path): Node => {
    const node = findNodeAtLocation(tree, [...path]);
    return node ?? (path.length === 0 ? tree : nodeAt(path.slice(0, -1)));
  };
  return {
    file,
    value: JSON.parse(text),
    at: (path) => positionIn(text, nodeAt(path).offset),
    atKey: (path) => {
      const node = nodeAt(path);
      return positionIn(text, node.parent?.type === "property" ? node.parent.offset : node.offset);
    },
  };
}

function reportDuplicateKeys(file: string, text: string, node: Node, report: Report): boolean {
  let found = false;
  const seen = new Map<unknown, Position>();
  for (const child of node.children ?? []) {
    if (node.type === "object") {
      const key: unknown = child.children?.[0]?.value;
      const position = positionIn(text, child.offset);
      const first = seen.get(key);
      if (first !== undefined) {
        found = true;
        report.add(
          "duplicate-key",
          file,
          position,
          `Feltet «${key}» står to ganger, også på linje ${first.line}. Behold ett.`,
        );
      } else seen.set(key, position);
    }
    if (reportDuplicateKeys(file, text, child, report)) found = true;
  }
  return found;
}

function sayJsonError(code: string): string {
  const sentences: Record<string, string> = {
    PropertyNameExpected:
      "Her skulle det stått et feltnavn i doble hermetegn. Kanskje er det et komma for mye foran?",
    ValueExpected: "Her mangler en verdi. Kanskje er det et komma for mye foran?",
    ColonExpected: "Her mangler et kolon mellom feltnavnet og verdien.",
    CommaExpected: "Her mangler et komma mellom to verdier.",
    CloseBraceExpected: "Her mangler en avsluttende krøllparentes, «}».",
    CloseBracketExpected: "Her mangler en avsluttende hakeparentes, «]».",
    EndOfFileExpected: "Her er det tekst etter slutten på dataene.",
    InvalidCommentToken: "JSON kan ikke ha kommentarer. Ta den bort.",
    UnexpectedEndOfString: "Teksten mangler et avsluttende hermetegn.",
    UnexpectedEndOfComment: "JSON kan ikke ha kommentarer. Ta den bort.",
    InvalidSymbol: "Dette er verken tall, tekst, true, false eller null. Tekst skal stå i doble hermetegn.",
    InvalidNumberFormat:
      "Tallet er ikke skrevet slik JSON vil ha det: bare sifre, og punktum som desimaltegn.",
    InvalidEscapeCharacter: "Omvendt skråstrek i en tekst må skrives dobbelt: «\\\\».",
    InvalidUnicode: "Tegnkoden etter «\\u» er ikke gyldig.",
    InvalidCharacter:
      "Teksten har et usynlig styretegn, for eksempel et linjeskift. Skriv teksten på én linje.",
  };
  return sentences[code] ?? "Filen er ikke gyldig JSON fra dette punktet.";
}

/**
 * Reads YAML 1.2 with the core schema: dates stay text and `no` stays a word.
 * `firstLine` is the line in the file on which the YAML begins. Tells what is wrong and gives null then.
 */
export function parseYaml(file: string, text: string, firstLine: number, report: Report): Located | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: "core",
    uniqueKeys: true,
    stringKeys: true,
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  for (const error of document.errors) {
    const position = at(error.pos[0]);
    if (error.code === "DUPLICATE_KEY") {
      report.add("duplicate-key", file, position, "Feltet står to ganger. Behold ett.");
    } else report.add("invalid-yaml", file, position, sayYamlError(error.code));
  }
  if (document.errors.length > 0) return null;
  const start: Position = { line: firstLine, column: 1 };
  const find = (path: Path): Position => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return at(node.range[0]);
    return path.length === 0 ? start : find(path.slice(0, -1));
  };
  const findKey = (path: Path): Position => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
      : undefined;
    return pair && isNode(pair.key) && pair.key.range ? at(pair.key.range[0]) : find(path);
  };
  return { file, value: document.toJS({ maxAliasCount: 0 }), at: find, atKey: findKey };
}

function sayYamlError(code: string): string {
  const sentences: Record<string, string> = {
    MISSING_CHAR: "Her mangler et tegn, for eksempel et avsluttende hermetegn eller et kolon.",
    BAD_INDENT:
      "Innrykket stemmer ikke. Felter på samme nivå skal begynne i samme kolonne, og med mellomrom.",
    TAB_AS_INDENT: "Innrykk skal være mellomrom, ikke tabulator.",
    BLOCK_AS_IMPLICIT_KEY: "Her er et kolon for mye. Tekst med kolon må stå i hermetegn.",
    MULTILINE_IMPLICIT_KEY: "Her mangler et kolon etter feltnavnet, eller teksten må stå i hermetegn.",
    UNEXPECTED_TOKEN: "Her står noe som ikke hører hjemme. Tekst med spesialtegn må stå i hermetegn.",
  };
  return (
    sentences[code] ?? "Feltene kan ikke leses fra dette punktet. Tekst med spesialtegn må stå i hermetegn."
  );
}
