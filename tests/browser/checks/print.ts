import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { JOINED_NUMBERS } from "./fit.ts";

/** A line ends in U+2010 where the face has one. */
const plain = (text: string): string => text.replace(/[\u00ad\u2010\s-]/g, "");

type Sheets = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Prints the page on A4 and reads the paper: every heading and text is there and large enough, links show where they lead, the menu is gone. */
export async function misprints(page: Page): Promise<readonly string[]> {
  const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const sheets = await getDocumentProxy(new Uint8Array(bytes));
  const { totalPages, text } = await extractText(sheets, { mergePages: true });
  const size = await usualSize(sheets);
  await page.emulateMedia({ media: "print" });
  const expected: {
    words: readonly string[];
    addresses: readonly string[];
    joined: readonly string[];
    gone: readonly string[];
    cut: readonly string[];
  } = await page.evaluate(`({
      words: [...document.querySelectorAll("main :is(h1, h2, h3, p, li:not(:has(p, h2)), dt, th)")]
        .filter((e) => e.checkVisibility() && !e.closest(".visually-hidden"))
        .map((e) => { const copy = e.cloneNode(true); copy.querySelectorAll("svg, ul, ol, .visually-hidden").forEach((c) => c.remove()); copy.querySelectorAll(".cite").forEach((c) => c.replaceWith("|")); copy.querySelectorAll("a[href^=http]").forEach((a) => { if (e.closest(".prose")) a.append(" (" + a.getAttribute("href") + ")"); }); return copy.textContent.split("|"); })
        .flat().map((words) => words.trim()).filter((words) => words !== ""),
      addresses: [...document.querySelectorAll("main .prose a[href^=http], main .sources li a[href^=http], main .all-sources h2 a[href^=http]")].map((a) => a.getAttribute("href")),
      joined: ${JOINED_NUMBERS},
      gone: [...document.querySelectorAll("nav a")].map((a) => a.textContent).filter((label) => !document.querySelector("main").textContent.includes(label)),
      cut: [...document.querySelectorAll("figure, svg.drawing, tr, .fact-box")]
        .filter((e) => e.checkVisibility() && getComputedStyle(e).breakInside !== "avoid" && e.closest("figure") === e)
        .map((e) => e.outerHTML.slice(0, 60)),
    })`);
  await page.emulateMedia({ media: null });
  const paper = plain(text);
  return [
    ...(totalPages <= 6 ? [] : [`takes ${totalPages} sheets`]),
    // What is too wide for the sheet makes the browser shrink all of it.
    ...(size >= 8 ? [] : [`is printed at ${size.toFixed(1)} points`]),
    ...expected.words
      .filter((words) => !paper.includes(plain(words)))
      .map((words) => `«${words}» is not printed`),
    ...expected.addresses
      .filter((href) => !paper.includes(plain(href)))
      .map((href) => `${href} is not shown`),
    ...expected.joined,
    ...expected.gone
      .filter((label) => text.includes(label))
      .map((label) => `the menu's «${label}» is printed`),
    ...expected.cut.map((figure) => `${figure} may be cut in two`),
  ];
}

/** The width of A4 within the sheet's own margins, at 96 pixels an inch. */
export const SHEET_WIDTH = Math.round(((210 - 2 * 16) / 25.4) * 96);

/** Editions that do not stand on one line on paper. */
export async function foldedEditions(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: "print" });
  return page.evaluate(`(() => {
    const rows = new Set([...document.querySelectorAll(".edition-line li")].map((edition) => edition.getBoundingClientRect().top));
    return rows.size > 1 ? ["the editions stand on " + rows.size + " rows"] : [];
  })()`);
}

/** The size in points that most of the text has on paper. */
async function usualSize(sheets: Sheets): Promise<number> {
  const lengths = new Map<number, number>();
  for (let number = 1; number <= sheets.numPages; number++) {
    const { items } = await (await sheets.getPage(number)).getTextContent();
    for (const item of items)
      if ("str" in item) lengths.set(item.height, (lengths.get(item.height) ?? 0) + item.str.length);
  }
  return [...lengths].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}
