import type { Language } from "../../src/model/language.ts";
import type { Person } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Html } from "./Html.tsx";

/** What somebody said, retold and set apart, with name and role. Not a quotation: the words are the site's own. */
export function Statement({
  html,
  speaker,
  language,
}: {
  html: string;
  speaker: Person;
  language: Language;
}) {
  return (
    <figure class="statement">
      <Html html={html} />
      <figcaption>
        <b>{speaker.name}</b>
        {speaker.role === null ? null : `, ${speakerRole(speaker, language)}`}
      </figcaption>
    </figure>
  );
}

/** «ordfører i Asker kommune». */
export function speakerRole({ role, organisation }: Person, language: Language): string {
  if (role === null || organisation === null) return role ?? "";
  return strings[language].roleIn(role, organisation.name);
}
