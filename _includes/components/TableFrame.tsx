import type { ComponentChildren } from "preact";

/** A wide table scrolls in a frame of its own, which the keyboard can reach (WCAG 2.1, 1.4.10 and 2.1.1). */
export function TableFrame({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) {
  return (
    <section class="table-frame" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  );
}
