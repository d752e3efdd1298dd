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

/** Without any CSS the page still reads in order: skip link, site, menu, title, text, footer, and nothing is covered. */
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
  return [
    ...(inOrder ? [] : [`the landmarks stand in the order ${landmarks.join(", ")}`]),
    ...(text.length > 100 ? [] : ["there is nothing to read"]),
    ...(await outOfOrder(page)),
  ];
}
