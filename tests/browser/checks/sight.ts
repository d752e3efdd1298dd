import type { Locator, Page } from "playwright-core";
import sharp from "sharp";

/** Drawings in which nothing can be seen: every drawing must show something in each scheme of colours. */
export async function blankDrawings(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const drawing of await page.locator("main svg").all()) {
    if (!(await drawing.isVisible())) continue;
    const { channels } = await sharp(await drawing.screenshot()).stats();
    if (Math.max(...channels.map(({ stdev }) => stdev)) < 12)
      faults.push(`nothing to be seen in ${await nameOf(drawing)}`);
  }
  return faults;
}

async function nameOf(drawing: Locator): Promise<string> {
  return (await drawing.locator("title").first().textContent()) ?? "a drawing";
}

/** With the reader's wish for less motion, nothing moves: no animation, no transition, none between pages. */
export function motions(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[
    ...document.getAnimations().map(() => "an animation"),
    ...[...document.querySelectorAll("*")]
      .filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0)
      .map((element) => "a transition on " + element.outerHTML.slice(0, 60)),
    ...(function active(rules) {
      return [...rules].flatMap((rule) =>
        rule.constructor.name === "CSSViewTransitionRule" ? ["a transition between pages"]
        : rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches ? []
        : rule.cssRules ? active(rule.cssRules) : []);
    })([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])),
  ]`);
}
