import { longDate } from "../../src/build/format/date.ts";
import type { Page } from "../../src/model/site.ts";

/** When the page was published, when it was last changed, and what was changed. */
export function PageDates({ page: { published, changes } }: { page: Page }) {
  const [newest] = changes;
  if (published === null && newest === undefined) return null;
  return (
    <section class="dates" aria-label="Publisering og endringer">
      <dl>
        {published === null ? null : (
          <div>
            <dt>Publisert</dt>
            <dd>
              <Day date={published} />
            </dd>
          </div>
        )}
        {newest === undefined ? null : (
          <div>
            <dt>Sist endret</dt>
            <dd>
              <Day date={newest.date} />
            </dd>
          </div>
        )}
      </dl>
      {newest === undefined ? null : (
        <ul>
          {changes.map(({ date, text }) => (
            <li>
              <Day date={date} />: {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Day({ date }: { date: string }) {
  return <time dateTime={date}>{longDate(date)}</time>;
}
