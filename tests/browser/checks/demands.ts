import type { Page } from "playwright-core";

/** What asks for ears, a steady hand, speed, memory or input. Where there is none of it, the criteria about it have nothing to say. */
const DEMANDING = [
  "video, audio, iframe, object, embed, canvas, marquee",
  "form, input, button, select, textarea, dialog, [popover], [contenteditable]",
  "meta[http-equiv=refresh], script:not([type='application/ld+json'])",
  "animate, animateMotion, animateTransform, set",
  "[autofocus], [accesskey], [draggable=true], body [title], [aria-live], [role=status], [role=alert]",
].join(", ");

/** What demands more of the reader than to read, to scroll and to follow links: media, forms, time limits, motion, shortcuts. */
export function demands(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[
    ...[...document.querySelectorAll(${JSON.stringify(DEMANDING)})].map((element) => element.outerHTML.slice(0, 80)),
    ...document.getAnimations().map(() => "an animation"),
  ]`);
}

/** All that a pointer or the focus may change about what it rests on: nothing appears, vanishes or moves (WCAG 1.4.13). */
const HARMLESS = "^(?:color|background|text-decoration|outline)|-radius$";

/** What the style sheet does to what the pointer or the focus rests on, beyond what is harmless. The skip link is to appear. */
export function changesUnderThePointer(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(function changes(rules) {
    return [...rules].flatMap((rule) => [
      ...(/:hover|:focus/.test(rule.selectorText ?? "") && !rule.selectorText.includes(".skip")
        ? [...rule.style].filter((name) => !new RegExp("${HARMLESS}").test(name))
            .map((name) => rule.selectorText + " changes " + name)
        : []),
      ...changes(rule.cssRules ?? []),
    ]);
  })([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]))`);
}
