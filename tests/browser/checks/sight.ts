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

/** Tables that scroll although nothing shows it: their edge is shaded until the last column is there, and then no longer. */
export async function unseenColumns(page: Page): Promise<readonly string[]> {
  const frames = await page.locator(".table-frame").all();
  const edge = async (frame: Locator): Promise<number> => {
    const shown = sharp(await frame.screenshot());
    const { width, height } = await shown.metadata();
    const strip = await shown.extract({ left: width - 5, top: 0, width: 4, height }).toBuffer();
    const { dominant } = await sharp(strip).stats();
    return dominant.r + dominant.g + dominant.b;
  };
  const before = await Promise.all(frames.map(edge));
  const wide: readonly boolean[] =
    await page.evaluate(`[...document.querySelectorAll(".table-frame")].map((frame) => {
    frame.scrollTo(frame.scrollWidth, 0);
    return frame.scrollWidth > frame.clientWidth;
  })`);
  const after = await Promise.all(frames.map(edge));
  return wide.flatMap((scrolls, index) =>
    (before[index] !== after[index]) === scrolls
      ? []
      : [scrolls ? "nothing shows that a table scrolls" : "a table that does not scroll seems to"],
  );
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
