import type { Person } from "../../src/model/site.ts";
import { Html } from "./Html.tsx";

/** What somebody said, retold and set apart, with name and role. Not a quotation: the words are the site's own. */
export function Statement({ html, speaker }: { html: string; speaker: Person }) {
  return (
    <figure class="statement">
      <Html html={html} />
      <figcaption>
        <b>{speaker.name}</b>
        {speaker.role === null ? null : `, ${speakerRole(speaker)}`}
      </figcaption>
    </figure>
  );
}

/** «ordfører i Asker kommune». */
export function speakerRole({ role, organisation }: Person): string {
  return organisation === null ? (role ?? "") : `${role} i ${organisation.name}`;
}
