import type { ComponentChildren } from "preact";

/** What a drawing shows, in words: null for one that only accompanies words, without the description for one that stands beside it. */
export type Label = { readonly title: string; readonly description: string | null } | null;

/** A drawing's frame: width and height in its own units. */
interface SvgProps {
  /** Unique on the page; the title and the description get their ids from it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly label: Label;
  readonly children: ComponentChildren;
}

/** An inline drawing with its title and description; hidden from screen readers when it only accompanies words. */
export function Svg({ id, width, height, label, children }: SvgProps) {
  const box = { class: "drawing", viewBox: `0 0 ${width} ${height}` };
  if (label === null) {
    return (
      <svg {...box} aria-hidden="true">
        {children}
      </svg>
    );
  }
  return (
    <svg
      {...box}
      role="img"
      aria-labelledby={label.description === null ? `${id}-title` : `${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{label.title}</title>
      {label.description === null ? null : <desc id={`${id}-desc`}>{label.description}</desc>}
      {children}
    </svg>
  );
}
