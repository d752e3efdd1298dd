import { calendarPath } from "../../src/build/exports/calendar.ts";
import { longDateWithWeekday } from "../../src/build/format/date.ts";
import { COMPOUND, softHyphenate } from "../../src/build/format/syllables.ts";
import { capitalise } from "../../src/build/format/text.ts";
import type { Article, Site } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Cite } from "./Cite.tsx";

/** The dates around the award, in order, as circles on a line; nothing when none is registered. */
export function Timeline({ site, article }: { site: Site; article: Article }) {
  const { language, milestones } = article;
  if (milestones.length === 0) return null;
  const calendar = calendarPath(site, article);
  return (
    <section class="timeline" aria-labelledby="tidslinje">
      <h2 id="tidslinje">{strings[language].timeline}</h2>
      <ol>
        {milestones.map((milestone) => (
          <li class={milestone.date === article.edition.awarded ? "award" : undefined}>
            <b>{milestone.when ?? capitalise(longDateWithWeekday(milestone.date, language))}</b>{" "}
            {softHyphenate(milestone.text, language, COMPOUND)}
            <Cite page={article} of={[milestone.source]} />
          </li>
        ))}
      </ol>
      {calendar === null ? null : (
        <p>
          <a href={calendar}>{strings[language].datesForCalendar}</a>
        </p>
      )}
    </section>
  );
}
