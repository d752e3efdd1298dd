import type { Figure } from "../../model/site.ts";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

/**
 * A number as Norwegian writes it: thousands parted by no-break spaces, a decimal comma, «500 000», «12,5». Independent of
 * the machine's locale data.
 */
export function number(value: number): string {
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return `${value < 0 ? MINUS : ""}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** A figure's number with its qualifier, or its range: «mer enn 50», «20–25». */
export function figureValue(figure: Pick<Figure, "qualifier" | "value" | "to">): string {
  const range = figure.to === null ? number(figure.value) : `${number(figure.value)}–${number(figure.to)}`;
  return figure.qualifier === null ? range : `${figure.qualifier}${NO_BREAK_SPACE}${range}`;
}

/** Units that measure. Any other unit is what has been counted, «deltakere», and begins the figure's name. */
const MEASURES = new Set(["prosent", "m²", "meter", "kWh", "kroner", "millioner kroner"]);

/** What a figure is called in a table: «deltakere i alt», «solceller på taket». */
export function figureName({ unit, label }: Pick<Figure, "unit" | "label">): string {
  return MEASURES.has(unit) ? label : `${unit} ${label}`;
}

/** A figure's number with its unit where the unit measures: «330 m²», «mer enn 50». */
export function figureAmount(figure: Pick<Figure, "qualifier" | "value" | "to" | "unit">): string {
  return MEASURES.has(figure.unit) ? figureText(figure) : figureValue(figure);
}

/** A whole figure in words: «mer enn 50 møtepunkter». */
export function figureText(figure: Pick<Figure, "qualifier" | "value" | "to" | "unit">): string {
  return `${figureValue(figure)}${NO_BREAK_SPACE}${figure.unit}`;
}
