import { remembering } from "../format/text.ts";

/** Whether a link has a scheme, and leads away from this site. */
export function isElsewhere(target: string): boolean {
  return /^[a-z]+:/i.test(target);
}

const SCHEMES = ["https:", "http:", "mailto:", "tel:"];

/** What to say of a link that could run code or that hides where it leads, or null: only a few schemes may be, each with a real address. */
export const sayUnsafe = remembering((target): string | null => {
  // As browsers read it: percent signs decoded, controls and spaces dropped.
  const plain = readable(target).replace(/[\s\p{C}]/gu, "");
  const scheme = /^[^/?#]*?:/.exec(plain)?.[0].toLowerCase();
  if (/^[/\\]{2}/.test(plain) || plain.includes("\\"))
    return /^[a-z]:/i.test(plain)
      ? `Lenken «${readable(target)}» fører til en fil på en maskin, og leserne kan ikke åpne den.`
      : `Lenken «${readable(target)}» mangler «https:» foran. Skriv hele adressen.`;
  if (scheme !== undefined && !SCHEMES.includes(scheme))
    return `Lenker kan ikke begynne med «${scheme}». Bruk https:.`;
  if (!/^https?:/i.test(plain)) return null;
  // «https:/asker.no» is an address on this very site to a browser.
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target))
    return `«${target}» er ikke en gyldig adresse. Den skal begynne med «https://».`;
  const { username, hostname } = new URL(target);
  if (username === "") return null;
  return `Lenken ser ut til å føre til «${username}», men fører til «${hostname}». Skriv adressen uten «@».`;
});

/** An address as people read it, without percent signs where it can be. */
export function readable(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
