import { DateTime } from "luxon";
import type { Article, Site } from "../../model/site.ts";
import { strings } from "../../strings/strings.ts";
import { absoluteUrl } from "../format/address.ts";
import { lastChanged } from "../format/date.ts";
import { slug } from "../format/text.ts";

/** The address of an edition's calendar, «/2017/kalender.ics»; null when no day is known that it could tell (RFC 5545, 3.6). */
export function calendarPath(site: Site, article: Article): string | null {
  return calendarDays(site, article).length === 0 ? null : `${article.url}kalender.ics`;
}

/**
 * The award, and what the edition's timeline says happens on a known day after it. Each id is unique in the edition, and the same
 * when the date is corrected.
 */
function calendarDays({ prize }: Site, article: Article) {
  const { edition, milestones, description, language } = article;
  const isDay = (date: string) => date.length === "yyyy-mm-dd".length;
  const award = {
    id: "utdeling",
    date: edition.awarded,
    summary: strings[language].isAwarded(`${prize.name} ${edition.year}`),
    location: edition.conference ?? prize.venue,
    description,
  };
  const later = milestones
    .filter(({ date }) => date > edition.awarded)
    .map(({ date, text }) => ({
      id: slug(text),
      date,
      summary: text.replace(/\.$/, ""),
      location: null,
      description: null,
    }));
  const days = [award, ...later].filter(({ date }) => isDay(date));
  return days.map((day, index) => {
    const alike = days.slice(0, index).filter(({ id }) => id === day.id).length;
    return alike === 0 ? day : { ...day, id: `${day.id}.${alike + 1}` };
  });
}

/**
 * The edition's calendar (RFC 5545): whole days without a time zone. The stamp of each event is the day on which the
 * article was last changed, never the clock's, so that every build gives the same bytes.
 */
export async function calendar(site: Site, article: Article): Promise<string> {
  // Loaded where a calendar is made: few builds make one.
  const { default: ical, ICalEventTransparency } = await import("ical-generator");
  const stamp = day(lastChanged(article));
  const url = absoluteUrl(site, article.url);
  const name = `${site.prize.name} ${article.edition.year}`;
  const file = ical({ name, prodId: { company: site.settings.title, product: name, language: "NO" } });
  for (const { id, date, ...shown } of calendarDays(site, article)) {
    file.createEvent({
      id: `${article.edition.year}-${id}@innovasjonsprisen`,
      allDay: true,
      start: day(date),
      stamp,
      sequence: article.changes.length,
      ...shown,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${file.toString()}\r\n`;
}

function day(date: string): DateTime {
  return DateTime.fromISO(date, { zone: "utc" });
}
