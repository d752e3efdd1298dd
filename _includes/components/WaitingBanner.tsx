import { longDateWithWeekday } from "../../src/build/format/date.ts";
import type { Language } from "../../src/model/language.ts";
import type { Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** In live preview, above a page that readers do not see yet: that they do not, and when they will. */
export function WaitingBanner({ page: { waits, language } }: { page: Page }) {
  if (waits === null) return null;
  return (
    <p class="waiting">
      {strings[language].waits(waits.until === null ? null : written(waits.until, language))}
    </p>
  );
}

/** «torsdag 24. desember 2026 kl. 08.00» */
function written(until: string, language: Language): string {
  const [date = "", clock = ""] = until.split(" ");
  const day = longDateWithWeekday(date, language);
  return language === "nb" ? `${day} kl.\u00a0${clock.replace(":", ".")}` : `${day} at\u00a0${clock}`;
}
