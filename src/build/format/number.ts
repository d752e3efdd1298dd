import type { Language } from "../../model/language.ts";
import type { Figure } from "../../model/site.ts";
import { NO_BREAK_SPACE } from "./text.ts";

const MINUS = "\u2212";

/** What parts thousands, and what parts the whole from its fraction. */
const separators: Readonly<Record<Language, readonly [thousands: string, fraction: string]>> = {
  nb: [NO_BREAK_SPACE, ","],
  en: [",", "."],
};

/**
 * A number as the language writes it: «500 000» with a no-break space and «12,5» in Bokmål, «500,000» and «12.5» in
 * English. Independent of the machine's locale data.
 */
export function number(value: number, language: Language): string {
  const [thousands, point] = separators[language];
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return `${value < 0 ? MINUS : ""}${grouped}${fraction === undefined ? "" : `${point}${fraction}`}`;
}

/** A figure's number with its qualifier, or its range: «mer enn 50», «20–25». In Bokmål, like all that the register says. */
export function figureValue(figure: Pick<Figure, "qualifier" | "value" | "to">): string {
  const from = number(figure.value, "nb");
  const range = figure.to === null ? from : `${from}–${number(figure.to, "nb")}`;
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

/** A file's size as people read it, from bytes: «480 kB», «1,2 MB». */
export function fileSize(bytes: number, language: Language): string {
  const [amount, unit] =
    bytes < 1_000_000
      ? [Math.max(1, Math.round(bytes / 1000)), "kB"]
      : [Math.round(bytes / 100_000) / 10, "MB"];
  return `${number(amount, language)}${NO_BREAK_SPACE}${unit}`;
}
