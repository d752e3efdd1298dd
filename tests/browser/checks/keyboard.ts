import type { Page } from "playwright-core";

/** Where the focus is, after a press of the Tab key. */
interface Stop {
  /** Its place among all that can be focused, in the order of the document; -1 when nothing has the focus. */
  readonly index: number;
  readonly name: string;
  /** What hinders a person from seeing where the focus is; empty when nothing does. */
  readonly hidden: string;
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** In the page: all that is shown and can be focused. */
const SHOWN = `[...document.querySelectorAll(${JSON.stringify(FOCUSABLE)})].filter((element) => element.checkVisibility())`;

/** In the page: where the focus is, whether its ring is drawn, and whether something lies over it. */
const WHERE = `(() => {
  const element = document.activeElement;
  const all = ${SHOWN};
  const index = all.indexOf(element);
  if (index === -1) return { index, name: "", hidden: "" };
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const faults = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("no ring");
  if (outlineColor.includes("rgba") && outlineColor.endsWith(" 0)")) faults.push("an invisible ring");
  if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) faults.push("outside the window");
  else if (!element.contains(top) && !top?.contains(element)) faults.push("under <" + top?.tagName + ">");
  const name = element.tagName.toLowerCase() + " «" + (element.ariaLabel ?? element.textContent).trim() + "»";
  return { index, name, hidden: faults.join(", ") };
})()`;

/** Walks through the whole page with the Tab key and back: in the order of the document, seen all the way, never trapped. */
export async function walkWithKeyboard(page: Page): Promise<readonly string[]> {
  const count: number = await page.evaluate(`${SHOWN}.length`);
  const faults: string[] = [];
  const step = async (key: string, expected: number): Promise<void> => {
    await page.keyboard.press(key);
    const { index, name, hidden }: Stop = await page.evaluate(WHERE);
    if (index !== expected) faults.push(`${key} leads to ${index} (${name}) and not to ${expected}`);
    if (hidden !== "") faults.push(`${name} has the focus, but is ${hidden}`);
  };
  for (let index = 0; index < count; index++) await step("Tab", index);
  for (let index = count - 2; index >= Math.max(0, count - 6); index--) await step("Shift+Tab", index);
  return faults;
}

/** The first stop leads past the menu: the next one after it lies in the content, and so does the view. */
export async function skipToContent(page: Page): Promise<readonly string[]> {
  await page.keyboard.press("Tab");
  const href: unknown = await page.evaluate("document.activeElement.getAttribute('href')");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside: unknown = await page.evaluate(
    "document.querySelector('main').contains(document.activeElement) || document.querySelector('main a, main [tabindex]') === null",
  );
  return [
    ...(href === "#innhold" ? [] : [`the first stop is ${href}`]),
    ...(inside === true ? [] : ["after the skip link the focus is not in the content"]),
  ];
}
