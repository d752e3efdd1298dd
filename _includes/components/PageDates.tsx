import { longDate } from "../../src/build/format/date.ts";
import type { Language } from "../../src/model/language.ts";
import type { Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** When the page was published, when it was last changed, and what was changed. */
export function PageDates({ page: { published, changes, language } }: { page: Page }) {
  const t = strings[language];
  const days = [
    { name: t.published, date: published },
    { name: t.lastChanged, date: changes[0]?.date ?? null },
  ].flatMap(({ name, date }) => (date === null ? [] : [{ name, date }]));
  if (days.length === 0) return null;
  return (
    <footer class="dates">
      <dl>
        {days.map(({ name, date }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <Day date={date} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      {changes.length === 0 ? null : (
        <ul>
          {changes.map(({ date, text }) => (
            <li>
              <Day date={date} language={language} />: {text}
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}

function Day({ date, language }: { date: string; language: Language }) {
  return <time datetime={date}>{longDate(date, language)}</time>;
}
