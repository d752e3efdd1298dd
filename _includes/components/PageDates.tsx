import { longDate } from "../../src/build/format/date.ts";
import type { Language } from "../../src/model/language.ts";
import type { Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** When the page was published, when it was last changed, and what was changed. */
export function PageDates({ page: { published, changes, language } }: { page: Page }) {
  const t = strings[language];
  const [newest] = changes;
  if (published === null && newest === undefined) return null;
  return (
    <footer class="dates">
      <dl>
        {published === null ? null : (
          <div>
            <dt>{t.published}</dt>
            <dd>
              <Day date={published} language={language} />
            </dd>
          </div>
        )}
        {newest === undefined ? null : (
          <div>
            <dt>{t.lastChanged}</dt>
            <dd>
              <Day date={newest.date} language={language} />
            </dd>
          </div>
        )}
      </dl>
      {newest === undefined ? null : (
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
  return <time dateTime={date}>{longDate(date, language)}</time>;
}
