import { longDate } from "../../src/build/format/date.ts";
import { COMPOUND, softHyphenate } from "../../src/build/format/syllables.ts";
import { list } from "../../src/build/format/text.ts";
import type { Language } from "../../src/model/language.ts";
import { licences } from "../../src/model/licence.ts";
import type { Picture } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { speakerRole } from "./Statement.tsx";

/** Everything that is known about a picture, and what is not. */
export function PictureFacts({ picture, language }: { picture: Picture; language: Language }) {
  const t = strings[language].picture;
  const { credit, licence, date } = picture;
  const facts = [
    [t.people, peopleIn(picture, language)],
    [t.taken, date === null ? t.notKnown : longDate(date, language)],
    [t.photographer, credit ?? t.notKnown],
  ] as const;
  const licenceName = licence === licences.ukjent ? t.notKnown : licence.name;
  return (
    <dl class="picture-facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{softHyphenate(value, language, COMPOUND)}</dd>
        </div>
      ))}
      <div>
        <dt>{t.licence}</dt>
        <dd>{licence.url === null ? licenceName : <a href={licence.url}>{licenceName}</a>}</dd>
      </div>
    </dl>
  );
}

/** «Fra venstre: Kari Nordmann (ordfører i Asker kommune) og Per Hansen. Hvem som ellers er med, er ikke kjent.» */
function peopleIn({ people, leftToRight, allPeopleKnown }: Picture, language: Language): string {
  const t = strings[language].picture;
  const names = people.map((person) => {
    const role = speakerRole(person, language);
    return role === "" ? person.name : `${person.name} (${role})`;
  });
  if (names.length === 0) return allPeopleKnown ? t.nobody : t.notKnown;
  const named = leftToRight ? t.fromLeft(list(names, language)) : list(names, language);
  return allPeopleKnown ? named : `${named}. ${t.othersNotKnown}`;
}
