import { longDate } from "../format/date.ts";
import { osloClock, osloMoment } from "../format/oslo.ts";
import { fieldOf } from "../format/unknown.ts";
import type { Document } from "./documents.ts";
import type { Path } from "./located.ts";
import { PICTURE_FOLDER, requiredPages } from "./places.ts";
import type { Report } from "./problem.ts";

/** For whom the content is read: readers at a moment (milliseconds since 1970), or editors, who see what waits too. */
export interface View {
  readonly now: number;
  readonly waitingToo: boolean;
}

/** A page that readers do not see yet. */
export interface Waiting {
  readonly file: string;
  readonly url: string;
  /** When they will, on clocks in Norway: `2026-12-24 08:00`; null for a draft. */
  readonly until: string | null;
  /** Whether it lacks so much that no page can be made of it. */
  readonly unfinished: boolean;
}

/** When readers will see the next of the pages that wait, in milliseconds since 1970; null when nothing says. */
export function nextRelease(waiting: readonly Pick<Waiting, "until">[]): number | null {
  const moments = waiting.map(({ until }) => (until === null ? null : osloMoment(until)));
  const known = moments.filter((moment) => typeof moment === "number");
  return known.length === 0 ? null : Math.min(...known);
}

/** So many days to come are told of. Where there are more, no page is dated wrongly, but the machine's clock is. */
const MOST_DAYS_TOLD = 5;

/** Which pages readers see, and when. A page of an edition waits for the edition's article. */
export class Schedule {
  readonly #view: View;
  /** The day in Norway: `2026-11-30`. */
  readonly #today: string;
  #daysTold = 0;
  /** When readers see each edition's article, by its year. */
  readonly #articles: ReadonlyMap<number | null, number>;

  constructor(documents: readonly Document[], view: View) {
    this.#view = view;
    this.#today = osloClock(view.now).slice(0, "yyyy-mm-dd".length);
    const articles = documents.filter(({ place }) => place.kind === "article");
    this.#articles = new Map(articles.map((document) => [document.place.year, ownRelease(document)]));
  }

  /** When readers see the page, in milliseconds since 1970: -∞ when they always do, ∞ when nothing says. */
  #releaseOf(document: Document): number {
    const article = this.#articles.get(document.place.year);
    return Math.max(ownRelease(document), article ?? Number.NEGATIVE_INFINITY);
  }

  /** When they will, if they do not yet; null else. */
  waits(document: Document): Pick<Waiting, "until"> | null {
    const release = this.#releaseOf(document);
    if (release <= this.#view.now) return null;
    return { until: release === Number.POSITIVE_INFINITY ? null : osloClock(release) };
  }

  isShown(document: Document): boolean {
    return this.#view.waitingToo || this.waits(document) === null;
  }

  /** Whether a link would lead readers to a page that they do not see yet. */
  isPremature(from: Document, to: Document): boolean {
    return this.#releaseOf(to) > Math.max(this.#releaseOf(from), this.#view.now);
  }

  /**
   * Tells pages that cannot wait, times that no clock shows, changes that cannot have happened when they say, and days to come on pages
   * that readers see already.
   */
  check(document: Document, report: Report): void {
    checkChanges(document, report);
    const { file, head, place } = document;
    const own = ownRelease(document);
    const field = document.draft ? "draft" : "publishAt";
    const tell = (message: string) => report.add("misplaced-draft", file, head.at([field]), message);
    if (own > this.#view.now && requiredPages.some((name) => file === `src/content/${name}`))
      tell(`Nettstedet kan ikke være uten denne siden. Ta bort «${field}».`);
    if (place.slug === PICTURE_FOLDER && own > (this.#articles.get(place.year) ?? own))
      tell(
        `Artikkelen kan ikke vises uten bildesiden. Ta bort «${field}», eller sett det i artikkelen også.`,
      );
    const fault = sayTimeFault(document);
    if (fault !== null) report.add("publish-time", file, head.at(["publishAt"]), fault);
    else if (this.waits(document) === null) this.#checkDays(document, report);
  }

  #checkDays({ file, head, fields }: Document, report: Report): void {
    const { published = "", changes = [] } = fields ?? {};
    const tell = (path: Path, message: string) => {
      if (this.#daysTold++ < MOST_DAYS_TOLD) report.add("future-date", file, head.at(path), message);
    };
    if (published > this.#today)
      tell(
        ["published"],
        `Siden er datert ${longDate(published, "nb")}, men vises allerede nå. Skal den vente, skriver du «publishAt: ${published} 08:00» også.`,
      );
    changes.forEach(({ date }, index) => {
      if (date > this.#today)
        tell(
          ["changes", index, "date"],
          `Endringen er datert ${longDate(date, "nb")}, som ikke har vært ennå.`,
        );
    });
  }
}

/** Tells changes from before the page was published, or out of order. */
function checkChanges({ file, head, fields }: Document, report: Report): void {
  const { published = "", changes = [] } = fields ?? {};
  changes.forEach(({ date }, index) => {
    const tell = (message: string) =>
      report.add("change-order", file, head.at(["changes", index, "date"]), message);
    const before = changes[index - 1];
    if (date < published)
      tell(
        `Endringen er fra ${longDate(date, "nb")}, men siden ble publisert ${longDate(published, "nb")}. Rett den ene datoen.`,
      );
    else if (before !== undefined && date > before.date)
      tell(`Endringene skal stå med den nyeste først. Flytt den fra ${longDate(date, "nb")} opp.`);
  });
}

function ownRelease({ draft, publishAt }: Document): number {
  if (draft) return Number.POSITIVE_INFINITY;
  const moment = publishAt === null ? Number.NEGATIVE_INFINITY : osloMoment(publishAt);
  // A time that cannot be read has been told; until it is mended nothing is built, and no link is told for its sake.
  return typeof moment === "number" ? moment : Number.NEGATIVE_INFINITY;
}

function sayTimeFault({ publishAt, fields, head }: Document): string | null {
  // Another form than the model's is told with the rest of the head.
  if (publishAt === null || !/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(publishAt)) return null;
  const [date = "", clock = ""] = publishAt.split(" ");
  switch (osloMoment(publishAt)) {
    case "no such date":
      return `«${publishAt}» er ikke et tidspunkt som finnes. Skriv dato og klokkeslett slik: 2026-12-24 08:00.`;
    case "skipped":
      return `Klokken er aldri ${clock} denne natten, for da begynner sommertiden. Velg et annet klokkeslett.`;
    case "twice":
      return `Klokken er ${clock} to ganger denne natten, for da slutter sommertiden. Velg et annet klokkeslett.`;
  }
  // Of a head that is not in order too: all is told at once.
  const published = String(fields === null ? fieldOf(head.value, "published") : fields.published);
  if (published === date || !/^\d{4}-\d\d-\d\d$/.test(published)) return null;
  return `Siden blir synlig ${longDate(date, "nb")}, men feltet «published» sier «${published}». Skriv samme dato.`;
}
