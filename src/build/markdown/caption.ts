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
  /** Whether it holds anything else: HTML, a list, a heading, a picture, a citation. */
  readonly foreign: boolean;
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
    foreign:
      !isParagraph ||
      faults.length > 0 ||
      children.some(({ type, content }) => !INLINE.includes(type) || /<[a-z/!?]/i.test(content)),
  };
});
