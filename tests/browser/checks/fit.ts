import type { Page } from "playwright-core";

/** In the page: numbers of sources beside each other that the eye takes for one, 10 and 11 for 1011. */
export const JOINED_NUMBERS = `[...document.querySelectorAll("main .cite a + a")].flatMap((link) => {
  const [before, after] = [link.previousElementSibling, link].map((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    return range.getBoundingClientRect();
  });
  const apart = after.top !== before.top || after.left - before.right >= parseFloat(getComputedStyle(link).fontSize) * 0.4;
  return apart ? [] : [link.previousElementSibling.textContent + " and " + link.textContent + " read as one number"];
})`;

/**
 * In the page: what does not fit. Nothing makes the page scroll sideways, nothing that holds words cuts them off, and no two
 * lines of text lie over each other. What scrolls in a frame of its own (WCAG 1.4.10 excepts tables) is left out.
 */
const MISFITS = `(() => {
  const faults = ${JOINED_NUMBERS};
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-frame, .visually-hidden"));
    faults.push("scrolls sideways to " + root.scrollWidth + " because of " + (wide.at(-1)?.outerHTML.slice(0, 80) ?? "?"));
  }
  const skipped = (e) => e.closest("svg, .visually-hidden, .skip, .table-frame") !== null;
  for (const element of document.querySelectorAll("body *")) {
    if (skipped(element) || element.textContent.trim() === "") continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if ([overflowX, overflowY].some((way) => way === "hidden" || way === "clip") &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
      faults.push("cuts off " + element.outerHTML.slice(0, 80));
  }
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.textContent.trim() === "" || skipped(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // The letters themselves: the box of a line is higher than what is drawn in it.
      const middle = (top + bottom) / 2;
      if (right - left > 1) lines.push({ node, left, right, top: middle - size * 0.35, bottom: middle + size * 0.35 });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  for (const [index, a] of lines.entries()) {
    for (let next = index + 1; next < lines.length && lines[next].top < a.bottom; next++) {
      const b = lines[next];
      if (a.node !== b.node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && a.bottom - b.top > 2)
        faults.push("«" + a.node.textContent.slice(0, 40) + "» lies over «" + b.node.textContent.slice(0, 40) + "»");
    }
  }
  return faults;
})()`;

/** What does not fit on the page as it stands. */
export function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(MISFITS);
}

/** A check that sets a style of the reader's own first. */
export function misfitsWith(css: string): (page: Page) => Promise<readonly string[]> {
  return async (page) => {
    await page.addStyleTag({ content: css });
    return misfits(page);
  };
}

/** The spacing that a reader may ask for (WCAG 1.4.12). */
export const TEXT_SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
/** Letters of twice the size, the window the same (WCAG 1.4.4). */
export const TEXT_AT_200_PERCENT = ":root { font-size: 200% !important }";

/**
 * Words that are cut in two without a hyphen, in what a selector finds. Addresses and names in code may be cut anywhere.
 */
export function cutWords(selector: string): (page: Page) => Promise<readonly string[]> {
  return (page) =>
    page.evaluate(`(() => {
      const cut = [];
      const range = document.createRange();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const lineOf = (node, index) => {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect().bottom;
      };
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (element.closest(${JSON.stringify(selector)}) === null || element.closest("code, pre, svg, style, .visually-hidden") !== null) continue;
        // Between soft hyphens, where a line may end.
        for (const { 0: part, index } of node.textContent.matchAll(/(?<![\\p{L}.])\\p{L}{2,}(?!\\.?\\p{L})/gu))
          if (lineOf(node, index) + 4 < lineOf(node, index + part.length - 1)) cut.push("cuts «" + part + "» in two");
      }
      return cut;
    })()`);
}

/** Words of a selector's elements that end a line with a hyphen. */
export function brokenWords(selector: string): (page: Page) => Promise<readonly string[]> {
  return (page) =>
    page.evaluate(`(() => {
      const range = document.createRange();
      return [...document.querySelectorAll(${JSON.stringify(selector)})].flatMap(({ firstChild: node }) =>
        [...node.textContent.matchAll(/[\\p{L}\\u00ad]+/gu)].flatMap(({ 0: word, index }) => {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return range.getClientRects().length > 1 ? ["breaks «" + word.replaceAll("\\u00ad", "") + "»"] : [];
        }));
    })()`);
}
