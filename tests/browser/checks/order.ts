import type { Page } from "playwright-core";

/**
 * What a reader meets in another order than the document has it, in one column: each heading, paragraph, list and drawing
 * begins below the one before it (WCAG 1.3.2).
 */
export function outOfOrder(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const blocks = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, svg, table, figcaption)")]
      .filter((block) => block.closest("table, .visually-hidden") === block || block.closest("table, .visually-hidden") === null)
      .filter((block) => block.getClientRects().length > 0);
    return blocks.flatMap((block, index) => {
      const before = blocks[index - 1];
      if (before === undefined || before.contains(block)) return [];
      const above = block.getBoundingClientRect().top < before.getBoundingClientRect().top - 2;
      const grouped = block.parentElement.closest(".key-figures") !== null;
      return above && !grouped ? ["«" + block.textContent.slice(0, 40) + "» stands above «" + before.textContent.slice(0, 40) + "»"] : [];
    });
  })()`);
}

/** Lists that WebKit takes for layout, and VoiceOver does not read as lists: those with no marks at all, outside of a menu. */
export function listsLost(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll(":is(ul, ol):not(nav *)")]
    .filter((list) => getComputedStyle(list).listStyleType === "none")
    .map((list) => list.outerHTML.slice(0, 60) + " is no list to VoiceOver")`);
}

/**
 * In the page: words that stand together as one, as a reader's own view, a text browser and the clipboard have them. A number of a
 * source is raised above the word that it follows.
 */
const JOINED_WORDS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("svg, script") === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const faults = [];
  let before = null;
  for (let node = walker.nextNode(); node !== null; before = node, node = walker.nextNode()) {
    if (before === null || !/[\\p{L}\\d]$/u.test(before.textContent) || !/^[\\p{L}\\d]/u.test(node.textContent)) continue;
    if (node.parentElement.closest(".cite") !== before.parentElement.closest(".cite")) continue;
    const [last, first] = [before, node].map((each, index) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return [...range.getClientRects()].at(index - 1);
    });
    if (last && first && last.top < first.bottom && first.top < last.bottom && Math.abs(first.left - last.right) < 1)
      faults.push("«" + before.textContent.slice(-30) + "» and «" + node.textContent.slice(0, 30) + "» stand as one word");
  }
  return faults;
})()`;

/** Without any CSS the page still reads in order: skip link, site, menu, title, text, footer, and nothing is covered or runs together. */
export async function unreadableWithoutStyles(page: Page): Promise<readonly string[]> {
  await page.evaluate(
    "document.querySelectorAll('style, link[rel=stylesheet]').forEach((style) => style.remove())",
  );
  const landmarks: readonly string[] = await page.evaluate(
    "[...document.querySelectorAll('.skip, header.site-header, nav, main, h1, footer.site-footer')].map((e) => e.className || e.localName)",
  );
  const text: string = await page.evaluate("document.body.innerText");
  const places = ["skip", "site-header", "nav", "main", "h1", "site-footer"].map((name) =>
    landmarks.indexOf(name),
  );
  const inOrder = places.every((place, index) => place !== -1 && place > (places[index - 1] ?? -1));
  const sign: number = await page.evaluate("document.querySelector('.sign').getBoundingClientRect().width");
  return [
    ...(sign <= 40 ? [] : [`the site's sign is ${sign} pixels wide`]),
    ...(inOrder ? [] : [`the landmarks stand in the order ${landmarks.join(", ")}`]),
    ...(text.length > 100 ? [] : ["there is nothing to read"]),
    ...(await outOfOrder(page)),
    ...(await page.evaluate<readonly string[]>(JOINED_WORDS)),
  ];
}
