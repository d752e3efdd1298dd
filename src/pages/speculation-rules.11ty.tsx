export const data = { permalink: "/speculation-rules.json" };

/**
 * Lets a browser that wants to fetch the page whose link a reader is about to follow (Speculation Rules, WICG). Hosts name the
 * file in a header, so no page has a script element for it. The pattern is relative: the site may lie under a path.
 */
export function render(): string {
  const rules = { prefetch: [{ where: { href_matches: "./*" }, eagerness: "moderate" }] };
  return `${JSON.stringify(rules)}\n`;
}
