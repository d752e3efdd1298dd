const LANDMARK =
  /^(\s*)- '?(banner|navigation|main|contentinfo|region|complementary|table)(?: "((?:[^"\\]|\\.)*)")?/;
/** Their names are captions and descriptions: content. */
const PICTURE = /^(\s*)- '?(figure|img)\b()/;
const LINK = /^(\s*)- '?(link) "((?:[^"\\]|\\.)*)"/;

/**
 * The landmarks of a page with their names, the links at its head, and its pictures and tables, nested as a screen
 * reader meets them, from Playwright's aria snapshot. What only repeats the content is left out, so that editing a text
 * changes no outline.
 */
export function outlineOf(snapshot: string): string {
  const open: { readonly indent: number; readonly role: string }[] = [];
  const lines = snapshot.split("\n").flatMap((line) => {
    const [, space, role, name] = LANDMARK.exec(line) ?? PICTURE.exec(line) ?? LINK.exec(line) ?? [];
    if (space === undefined || role === undefined) return [];
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    // Outside the head of the page, links are named by headings and titles: content.
    if (role === "link" && open.length > 0 && open[0]?.role !== "banner") return [];
    const depth = "  ".repeat(open.length);
    if (role !== "link") open.push({ indent: space.length, role });
    return [`${depth}- ${role}${name === undefined || name === "" ? "" : ` "${name}"`}`];
  });
  return `${lines.join("\n")}\n`;
}
