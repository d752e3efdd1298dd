import type { Page } from "playwright-core";

/** In the page: how two colours stand out from each other, by WCAG's formula, from computed styles in sRGB. */
const CONTRAST = `
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => channels(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const contrast = (a, b) => { const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y); return (bright + 0.05) / (dark + 0.05); };
  const drawn = (colour) => colour.startsWith("rgb") && (channels(colour)[3] ?? 1) > 0;
  const ground = (element) => {
    for (let behind = element; behind !== null; behind = behind.parentElement) {
      const { backgroundColor } = getComputedStyle(behind);
      if (drawn(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };`;

/**
 * What stands out too little from its ground to be seen (WCAG 1.4.11): each drawing's shapes, by the stronger of line and
 * area, and the ring around what has the focus.
 */
export function faintMarks(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    ${CONTRAST}
    const faults = new Set();
    for (const shape of document.querySelectorAll("svg.drawing :is(path, circle, rect, line, ellipse, polyline, polygon, use)")) {
      if (shape.closest("pattern, defs, clipPath, mask") !== null) continue;
      const { fill, stroke, strokeWidth } = getComputedStyle(shape);
      const colours = [fill, ...(parseFloat(strokeWidth) > 0 ? [stroke] : [])].filter(drawn);
      const best = Math.max(...colours.map((colour) => contrast(colour, ground(shape.closest("svg")))));
      if (colours.length > 0 && best < 3) faults.add(best.toFixed(1) + ":1 for " + shape.outerHTML.slice(0, 80));
    }
    for (const link of document.querySelectorAll("a")) {
      link.focus({ focusVisible: true });
      const { outlineColor } = getComputedStyle(link);
      const ring = contrast(outlineColor, ground(link.parentElement));
      if (ring < 3) faults.add("the ring around «" + link.textContent.slice(0, 40) + "» at " + ring.toFixed(1) + ":1");
    }
    return [...faults];
  })()`);
}

/** Links in running text that only their colour sets apart (WCAG 1.4.1). The number of a source is raised and small as well. */
export function linksByColourAlone(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll("main :is(p, li, dd, td, figcaption) a")]
    .filter((link) => link.checkVisibility() && link.closest(".cite") === null)
    .filter((link) => ![link, ...link.querySelectorAll("*")].some((part) => getComputedStyle(part).textDecorationLine.includes("underline")))
    .map((link) => "«" + link.textContent.slice(0, 60) + "» has no line under it")`);
}
