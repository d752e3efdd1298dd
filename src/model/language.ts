/** The languages that a page can be in, as BCP 47 tags. The first is the site's own; the others have a folder of that name. */
export const languages = ["nb", "en"] as const;
export type Language = (typeof languages)[number];
