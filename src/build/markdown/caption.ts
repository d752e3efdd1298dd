import { remembering } from "../format/text.ts";
import { markdownIn, plainText } from "./markdown.ts";
import { readProse } from "./prose.ts";

/** A caption as read: running text that may hold links and emphasis. */
export interface Caption {
  /** Finished inline HTML. */
  readonly html: string;
  /** The words alone. */
  readonly text: string;
  /** The addresses that it links to, as written. */
  readonly links: readonly string[];
  /** What is wrong with it, in Bokmål: it holds a list, a heading, a picture, a citation, or marks that came out as text. Or null. */
  readonly fault: string | null;
}

const INLINE = [
  "text",
  "softbreak",
  "link_open",
  "link_close",
  "em_open",
  "em_close",
  "strong_open",
  "strong_close",
];

const FOREIGN =
  "Bildeteksten kan ha lenker og utheving, men ikke lister, overskrifter, bilder eller kildehenvisninger.";

/** Reads a caption's Markdown, once: a preview that stands by asks for all of them twice. */
export const captionOf = remembering((source): Caption => {
  const { tokens, references, faults } = readProse(source, "nb");
  const [open, inline] = tokens;
  const children = inline?.children ?? [];
  const isParagraph = tokens.length === 3 && open?.type === "paragraph_open";
  const markdown = markdownIn.nb;
  return {
    html: markdown.renderer.renderInline([...children], markdown.options, {}),
    text: plainText(children),
    links: references.flatMap(({ kind, target }) => (kind === "link" ? [target] : [])),
    fault:
      isParagraph && children.every(({ type }) => INLINE.includes(type))
        ? (faults[0]?.message ?? null)
        : FOREIGN,
  };
});
