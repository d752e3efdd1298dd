/** The languages that a page can be in, as BCP 47 tags. The first is the site's own; the others have a folder of that name. */
export const languages = ["nb", "en"] as const;
export type Language = (typeof languages)[number];

/** The languages that words inside a page can be marked as: those of the pages, and of the neighbours that Norwegian cites. */
export const markedLanguages = [...languages, "nn", "se", "sv", "da", "de", "fr", "la"] as const;
