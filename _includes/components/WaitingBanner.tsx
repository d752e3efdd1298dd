import { longDateWithWeekday } from "../../src/build/format/date.ts";
import type { Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";

/** In live preview, above a page that readers do not see yet: that they do not, and when they will. */
export function WaitingBanner({ page: { waits, language } }: { page: Page }) {
  if (waits === null) return null;
  const t = strings[language];
  const [date = "", clock = ""] = waits.until?.split(" ") ?? [];
  return (
    <p class="waiting">
      {waits.until === null ? t.draft : t.waits(longDateWithWeekday(date, language), clock)}
    </p>
  );
}
