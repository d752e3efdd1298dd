import { remembering } from "../format/text.ts";
import { markdownIn, plainText } from "./markdown.ts";
import { readProse } from "./prose.ts";

const INLINE = /^(?:text|softbreak|(?:link|em|strong)_(?:open|close))$/;

const FOREIGN =
  "Bildeteksten kan ha lenker og utheving, men ikke lister, overskrifter, bilder eller kildehenvisninger.";

/** Reads a caption, running text that may hold links and emphasis, once: a preview that stands by asks for all of them twice. */
export const captionOf = remembering((source) => {
  const { tokens, references, faults } = readProse(source, "nb");
  const [open, inline] = tokens;
  const children = inline?.children ?? [];
  const isParagraph = tokens.length === 3 && open?.type === "paragraph_open";
  const isInline = isParagraph && children.every(({ type }) => INLINE.test(type));
  const { renderer, options } = markdownIn.nb;
  return {
    /** Finished inline HTML. */
    html: renderer.renderInline([...children], options, {}),
    /** The words alone. */
    text: plainText(children),
    /** The addresses that it links to, as written. */
    links: references.flatMap(({ kind, target }) => (kind === "link" ? [target] : [])),
    /** What is wrong with it, in Bokmål; or null. */
    fault: isInline ? (faults[0]?.message ?? null) : FOREIGN,
  };
});
