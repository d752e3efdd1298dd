/** What a picture may be used for, as its licence says. */
export interface Licence {
  /** As the register and the pages name it. */
  readonly name: string;
  /** The licence's own text, where it has an address. */
  readonly url: string | null;
  /** Whether others may use the picture, and on what terms; null when they must ask, or when it is not known. */
  readonly terms: string | null;
}

const creativeCommons = (name: string, code: string, terms: string): Licence => ({
  name,
  url: `https://creativecommons.org/licenses/${code}/4.0/`,
  terms,
});

/** The licences that a picture can have, by the name that stands in the register. */
export const licences = {
  ukjent: { name: "ukjent", url: null, terms: null },
  "alle rettigheter forbeholdt": { name: "alle rettigheter forbeholdt", url: null, terms: null },
  "CC0 1.0": {
    name: "CC0 1.0",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
    terms: "Bildet kan brukes fritt.",
  },
  "CC BY 4.0": creativeCommons(
    "CC BY 4.0",
    "by",
    "Bildet kan brukes fritt når fotografen og lisensen blir nevnt.",
  ),
  "CC BY-SA 4.0": creativeCommons(
    "CC BY-SA 4.0",
    "by-sa",
    "Bildet kan brukes når fotografen og lisensen blir nevnt. Bearbeidelser må deles på samme vilkår.",
  ),
  "CC BY-ND 4.0": creativeCommons(
    "CC BY-ND 4.0",
    "by-nd",
    "Bildet kan brukes uendret når fotografen og lisensen blir nevnt.",
  ),
  "CC BY-NC 4.0": creativeCommons(
    "CC BY-NC 4.0",
    "by-nc",
    "Bildet kan brukes når fotografen og lisensen blir nevnt, men ikke kommersielt.",
  ),
} as const satisfies Readonly<Record<string, Licence>>;

/** The name of a licence in the register. */
export type LicenceName = keyof typeof licences;
export const licenceNames = Object.keys(licences).filter(isLicenceName);

function isLicenceName(name: string): name is LicenceName {
  return Object.hasOwn(licences, name);
}
