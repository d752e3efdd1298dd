import { PUBLIC_HOST } from "../../model/primitives.ts";
import { remembering } from "../format/text.ts";

/** Whether a link has a scheme, and leads away from this site. */
export function isElsewhere(target: string): boolean {
  return /^[a-z]+:/i.test(target);
}

/** What a link may begin with. */
const SCHEMES = ["https:", "http:", "mailto:", "tel:"];
const MAIL = /^[^\s@/]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;
/** Digits, and what parts them (RFC 3966). */
const PHONE = /^tel:\+?\d[\d().-]*(?:;|$)/i;

/** What to say of a link that could run code, hides where it leads or leads no reader anywhere, or null: few schemes may be, each with an address. */
export const sayUnsafe = remembering((target): string | null => {
  // As browsers read it: percent signs decoded, controls and spaces dropped.
  const plain = readable(target).replace(/[\s\p{C}]/gu, "");
  const scheme = /^[^/?#]*?:/.exec(plain)?.[0].toLowerCase();
  if (/^(?:[a-z]:|file:|\\\\)/i.test(plain))
    return `Lenken «${readable(target)}» fører til en fil på en maskin, og leserne kan ikke åpne den.`;
  if (/^[/\\]{2}/.test(plain))
    return `Lenken «${readable(target)}» mangler «https:» foran. Skriv hele adressen.`;
  if (plain.includes("\\")) return `Lenken «${readable(target)}» har «\\». Skriv «/» i stedet.`;
  if (scheme !== undefined && !SCHEMES.includes(scheme))
    return `Lenker kan ikke begynne med «${scheme}», bare med «https:», «mailto:» eller «tel:».`;
  // Several addresses, and fields after them (RFC 6068).
  const mails = scheme === "mailto:" ? plain.replace(/^mailto:|\?.*$/gi, "").split(",") : [];
  if (mails.some((mail) => !MAIL.test(mail)))
    return `«${readable(target)}» er ikke en e-postadresse. Skriv hele adressen rett etter «mailto:».`;
  if (scheme === "tel:" && !PHONE.test(plain))
    return `«${readable(target)}» er ikke et telefonnummer. Skriv bare sifre etter «tel:», gjerne med «+47» først.`;
  if (!/^https?:/i.test(plain)) return null;
  // «https:/asker.no» is an address on this very site to a browser.
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target))
    return `«${target}» er ikke en gyldig adresse. Den skal begynne med «https://».`;
  const { username, hostname } = new URL(target);
  if (!PUBLIC_HOST.test(hostname))
    return `Leserne når ikke «${hostname}» på nettet. Skriv hele adressen, eller filnavnet når det er en side her.`;
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
