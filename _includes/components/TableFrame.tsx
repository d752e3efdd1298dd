import type { ComponentChildren } from "preact";

/** A wide table scrolls in a frame of its own, which the keyboard can reach (WCAG 2.1, 1.4.10 and 2.1.1). */
export function TableFrame({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="table-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
