import { diffArrays, diffWords } from "diff";
import { escapeMarkdown } from "../../build/format/markdown.ts";

/** How many words of the unchanged text are shown on each side of a change. */
const CONTEXT = 6;
/** How many changed places of a page are shown, and how long one may be, in characters of content. */
const MOST_PLACES = 8;
const LONGEST = 600;
/** No more of a place than this is compared word by word: the time grows with the square. */
const MOST_COMPARED = 3000;

/** What changed in a page's words, a line for each place, as Markdown: words taken out are struck, new ones are underlined. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const hunks: { out: string; in: string }[] = [];
  let hunk: (typeof hunks)[number] | null = null;
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (!added && !removed) {
      hunk = null;
      continue;
    }
    if (hunk === null) {
      hunk = { out: "", in: "" };
      hunks.push(hunk);
    }
    hunk[added ? "in" : "out"] += `${value.join(" ")} `;
  }
  const shown = hunks.slice(0, MOST_PLACES).map((each) => wordDiff(each.out.trim(), each.in.trim()));
  const more = hunks.length - shown.length;
  return more > 0 ? [...shown, `… og ${more} ${more === 1 ? "sted" : "steder"} til`] : shown;
}

function wordDiff(before: string, after: string): string {
  const parts = diffWords(before.slice(0, MOST_COMPARED), after.slice(0, MOST_COMPARED));
  let left = LONGEST;
  const pieces = parts.map(({ value, added, removed }, index) => {
    const text = added || removed ? value : clip(value, index > 0, index < parts.length - 1);
    const kept = text.slice(0, Math.max(0, left));
    left -= text.length;
    if (kept.trim() === "") return kept === "" ? "" : " ";
    const escaped = escapeMarkdown(kept);
    const [, lead = "", trail = ""] = /^(\s*)[\s\S]*?(\s*)$/.exec(kept) ?? [];
    const tag = added ? "ins" : removed ? "del" : null;
    return `${lead && " "}${tag === null ? escaped : `<${tag}>${escaped}</${tag}>`}${trail && " "}`;
  });
  return `${pieces.join("").replaceAll("</del><ins>", "</del> <ins>").trim()}${left < 0 ? " …" : ""}`;
}

/** The words nearest the changes before and after an unchanged stretch. */
function clip(text: string, changeBefore: boolean, changeAfter: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  const head = changeBefore ? words.slice(0, CONTEXT) : [];
  const tail = changeAfter ? words.slice(-CONTEXT) : [];
  if (head.length + tail.length >= words.length) return text;
  return `${head.join("").trimEnd()} … ${tail.join("")}`.replace(/^ (?=…)/, "");
}
