import { type Document, isAlias, isScalar, type Node, visit, type YAMLError } from "yaml";
import { unsafeKeys } from "./located.ts";
import type { Fault, Position } from "./problem.ts";
import type { Rule } from "./rules.ts";

/** Where an offset in the head is in its file. */
type At = (offset: number) => Position;
type Tell = (rule: Rule, offset: number, message: string) => void;

/** Tells what is wrong with the YAML of a page's head, of which `document` was made: its errors, or else what no head may have. */
export function tellYamlFaults(head: string, document: Document, at: At, tell: Tell): void {
  if (document.errors.length > 0) tellErrors(head, document, at, tell);
  else checkNodes(head, document, tell);
}

/** Keys by which Eleventy's own front matter steers a build. Here they do nothing, and are refused in their own words. */
const behaviourKeys: readonly string[] = [
  "permalink",
  "permalinkBypassOutputDir",
  "templateEngineOverride",
  "eleventyComputed",
  "eleventyDataSchema",
  "eleventyExcludeFromCollections",
  "eleventyImport",
  "eleventyNavigation",
  "pagination",
  "layout",
  "tags",
  "renderData",
];

/** Tells what YAML allows and the heads of pages do not. */
function checkNodes(head: string, document: Document, tell: Tell): void {
  const refuse = (rule: Rule, { range }: Node, message: string) => tell(rule, range?.[0] ?? 0, message);
  visit(document, {
    Node(_key, node) {
      const named =
        isAlias(node) || node.tag !== undefined || ("anchor" in node && node.anchor !== undefined);
      if (named) refuse("yaml-reference", node, sayReference(head, node.range?.[0] ?? 0));
      if (!isScalar(node) || node.type !== "PLAIN" || !node.range) return;
      const [start, end] = node.range;
      const fold = head.slice(start, end).indexOf("\n");
      if (fold !== -1) tell("invalid-yaml", start + fold + 1, NO_FOLD);
      if (/^ +#[\p{L}\d]/u.test(head.slice(end, end + 20))) tell("invalid-yaml", end + 1, NO_HASH);
    },
    Pair(_key, { key }) {
      if (!isScalar(key)) return;
      const name = String(key.value);
      if (unsafeKeys.includes(name))
        refuse("unsafe-key", key, `Feltet kan ikke hete «${name}». Ta det bort.`);
      else if (name === "<<")
        refuse("yaml-reference", key, "Fletting med «<<» er ikke lov her. Skriv feltene ut.");
      else if (behaviourKeys.includes(name)) {
        const message = `Feltet «${name}» styrer ingenting her: adresse og utseende følger av hvor filen står. Ta det bort.`;
        refuse("behaviour-key", key, message);
      }
    },
  });
}

function sayReference(head: string, offset: number): string {
  return head.startsWith("* ", offset)
    ? "Punktene i en liste begynner med «- » her, ikke med «* »."
    : "Henvisninger (&, *) og merkelapper (!) i YAML er ikke lov her. Skriv verdien ut, eller sett teksten i hermetegn.";
}

const NO_FOLD =
  "Teksten i linjen over fortsetter her. Mangler det et felt? En lang tekst begynner med «>-» etter kolonet, og linjene under rykkes inn.";

const NO_HASH = "Det som står etter «#» her, er en kommentar og blir borte. Sett hele teksten i hermetegn.";

const NO_NAME = "Her mangler navnet på et felt, og et kolon, foran teksten.";

const BAD_INDENT =
  "Innrykket stemmer ikke. Felter på samme nivå skal begynne i samme kolonne, og med mellomrom.";

const NO_END = "Teksten som begynner her, mangler et avsluttende hermetegn.";

/** What the line says before the error, and what is then wrong. */
const HINTS: readonly (readonly [before: RegExp, message: string])[] = [
  [/["'] *$/, "Teksten er slutt ved hermetegnet foran dette. Skriv « og » inne i den."],
  [/: [|>][-+]? *$/, "Etter «>-» skal teksten begynne på neste linje, og rykkes inn."],
];

const yamlErrors: Readonly<Record<string, string>> = {
  MISSING_CHAR: "Her mangler et tegn, for eksempel et avsluttende hermetegn eller et kolon.",
  BAD_INDENT,
  BAD_SCALAR_START:
    "Slik kan ikke en tekst begynne. Sett den i hermetegn. Id-en til en kilde skrives uten «@» her.",
  TAB_AS_INDENT: "Innrykk skal være mellomrom, ikke tabulator.",
  BLOCK_AS_IMPLICIT_KEY: "Her er et kolon for mye. Tekst med kolon må stå i hermetegn.",
  MULTILINE_IMPLICIT_KEY:
    "Her mangler et kolon med mellomrom etter feltnavnet. Fortsetter teksten fra linjen over, skal den rykkes inn under «>-».",
  UNEXPECTED_TOKEN: "Her står noe som ikke hører hjemme. Tekst med spesialtegn må stå i hermetegn.",
  NON_STRING_KEY: "Feltnavnet må være et vanlig ord.",
};

/** Tells the errors of the parser, but of those that follow from another only that one. */
function tellErrors(head: string, document: Document, at: At, tell: Tell): void {
  const { contents } = document;
  // A text where the fields should be: it has lost its name, and nothing below it can be read.
  if (isScalar(contents) && contents.type?.startsWith("BLOCK_")) {
    tell("invalid-yaml", contents.range?.[0] ?? 0, NO_NAME);
    return;
  }
  const torn = tornText(head, document);
  if (torn !== null) tell("invalid-yaml", torn, NO_END);
  // What stands outside the fields is read anew, sign by sign.
  const end = contents?.range?.[2] ?? head.length;
  const lines = new Set<number>();
  for (const error of document.errors) {
    const [offset] = error.pos;
    const { line } = at(offset);
    if (lines.has(line) || (torn !== null && offset >= torn)) continue;
    lines.add(line);
    const stray = error.code === "BLOCK_AS_IMPLICIT_KEY" ? strayLines(head, offset) : null;
    if (stray === null) {
      const [rule, message] = faultOf(error, head, document, at);
      const colon = error.code === "BLOCK_AS_IMPLICIT_KEY" ? head.slice(offset).search(/:(?:\s|$)/) : 0;
      tell(rule, offset + Math.max(0, colon), message);
    } else {
      tell("invalid-yaml", stray.start, BAD_INDENT);
      for (let below = 1; below <= stray.count; below++) lines.add(line + below);
    }
    if (offset >= end) break;
  }
}

/** The lines that are indented below a field which has its value already; null when the line at the offset has a colon too many. */
function strayLines(head: string, offset: number): { readonly start: number; readonly count: number } | null {
  const [rest = ""] = head.slice(offset).split("\n", 1);
  const start = offset + rest.length + 1;
  const [below = ""] = /^(?:[ \t]+\S.*\n?)*/.exec(head.slice(start)) ?? [];
  return below === "" || /:(?:\s|$)/.test(rest) ? null : { start, count: below.trimEnd().split("\n").length };
}

/** Where a text in quotes begins that goes on through other fields, or to the end. */
function tornText(head: string, document: Document): number | null {
  let torn: number | null = null;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (torn !== null || !range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE")) return;
      const source = head.slice(range[0], range[1]).trimEnd();
      if (/\n[a-zA-Z]+:/.test(source) || !/^(["'])[\s\S]*\1$/.test(source)) torn = range[0];
    },
  });
  return torn;
}

function faultOf({ code, pos: [offset] }: YAMLError, head: string, document: Document, at: At): Fault {
  if (code === "DUPLICATE_KEY") {
    const [name, first] = firstOf(document, offset);
    return ["duplicate-key", `Feltet «${name}» står to ganger, også på linje ${at(first).line}. Behold ett.`];
  }
  if (code === "BAD_ALIAS" || code === "TAG_RESOLVE_FAILED")
    return ["yaml-reference", sayReference(head, offset)];
  if (at(offset).column === 1 && (code === "UNEXPECTED_TOKEN" || head[offset] === " "))
    return ["invalid-yaml", BAD_INDENT];
  const before = head.slice(head.lastIndexOf("\n", offset - 1) + 1, offset);
  const hint = HINTS.find(([pattern]) => pattern.test(before))?.[1];
  const fallback = "Feltene kan ikke leses fra dette punktet. Tekst med spesialtegn må stå i hermetegn.";
  return ["invalid-yaml", hint ?? yamlErrors[code] ?? fallback];
}

/** The name of the key at an offset, and where the same key first stands in its group. */
function firstOf(document: Document, offset: number): readonly [string, number] {
  let found: readonly [string, number] = ["", offset];
  visit(document, {
    Map(_key, { items }) {
      const keys = items.map(({ key }) => key).filter(isScalar);
      const second = keys.find(({ range }) => range?.[0] === offset);
      const first = keys.find(({ value }) => value === second?.value);
      if (second !== undefined) found = [String(second.value), first?.range?.[0] ?? offset];
    },
  });
  return found;
}
