import type { Event, ImageObject, Organization, Person as PersonNode, WebSite } from "schema-dts";
import type { Article, Organisation, Person, Picture, Site } from "../../../model/site.ts";
import { strings } from "../../../strings/strings.ts";
import { absoluteUrl } from "../../format/address.ts";

/** The site itself, among what it knows by an id. */
export const SITE = { id: "nettsted" } as const;

/** The id of something that the whole site knows by its id in the registers, or of the site itself. */
export function idOf(site: Site, thing: { readonly id: string }): string {
  return absoluteUrl(site, `/#${thing.id}`);
}

/** A pointer to another node of the same graph. */
export function refer(id: string) {
  return { "@id": id };
}

export function webSite(site: Site): WebSite {
  return {
    "@type": "WebSite",
    "@id": idOf(site, SITE),
    url: absoluteUrl(site, "/"),
    name: site.settings.title,
  };
}

/** The award itself, as a part of the conference. Its place is not documented, so none is told. */
export function awardEvent(site: Site, { url, edition, language }: Article): Event {
  return {
    "@type": "Event",
    "@id": awardId(site, { url }),
    name: strings[language].awardOf(`${site.prize.name} ${edition.year}`),
    startDate: edition.awarded,
    superEvent: { "@type": "Event", name: edition.conference ?? site.prize.venue },
    ...(edition.presenter === null ? {} : { contributor: refer(idOf(site, edition.presenter)) }),
  };
}

export function awardId(site: Site, { url }: { readonly url: string }): string {
  return absoluteUrl(site, `${url}#utdeling`);
}

/** An organisation, with every edition of the prize that it has won. */
export function organisation(site: Site, { id, name }: Organisation): Organization {
  const won = site.editions.filter(({ winner }) => winner?.id === id);
  return {
    "@type": "Organization",
    "@id": idOf(site, { id }),
    name,
    ...(won.length === 0 ? {} : { award: won.map(({ year }) => `${site.prize.name} ${year}`) }),
  };
}

/** A person in a public role; a role that is not known is left out. */
export function person(site: Site, { id, name, role, organisation }: Person): PersonNode {
  return {
    "@type": "Person",
    "@id": idOf(site, { id }),
    name,
    ...(role === null ? {} : { jobTitle: role }),
    ...(organisation === null ? {} : { affiliation: refer(idOf(site, organisation)) }),
  };
}

/** A photograph with its caption and credit. A picture that only has its stand-in drawing is no photograph: none then. */
export function photographs(site: Site, pictures: readonly Picture[]): readonly ImageObject[] {
  return pictures.flatMap(({ photograph, title, captionText, credit, licence, date, people }) =>
    photograph === null
      ? []
      : [
          {
            "@type": "ImageObject" as const,
            contentUrl: absoluteUrl(site, photograph.fallback.url),
            name: title,
            caption: captionText,
            ...(credit === null ? {} : { creditText: credit }),
            ...(licence.url === null ? {} : { license: licence.url }),
            ...(date === null ? {} : { dateCreated: date }),
            about: people.map((known) => refer(idOf(site, known))),
          },
        ],
  );
}
