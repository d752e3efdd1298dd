import type { Language } from "../model/language.ts";
import { en } from "./en.ts";
import { nb, type Strings } from "./nb.ts";

/**
 * Every word that the interface itself says, in each language that a page can be in: what a layout shows and what only a
 * screen reader speaks. To add a language: name it in `src/model/language.ts`; the type check then asks for the rest.
 */
export const strings: Readonly<Record<Language, Strings>> = { nb, en };
