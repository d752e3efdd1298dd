import type * as z from "zod";
import type { PageHead } from "../../model/frontmatter.ts";
import { longDate } from "../format/date.ts";
import type { Report } from "./problem.ts";
import type { Where } from "./registry.ts";

/** Tells changes that cannot have happened when they say: before the page was published, or out of order. */
export function checkChanges(
  { published, changes = [] }: Pick<z.infer<typeof PageHead>, "published" | "changes">,
  where: Where,
  report: Report,
): void {
  changes.forEach(({ date }, index) => {
    const tell = (message: string) =>
      report.add("change-order", where.file, where.at(["changes", index, "date"]), message);
    const before = changes[index - 1];
    if (published !== undefined && date < published)
      tell(
        `Endringen er fra ${longDate(date, "nb")}, men siden ble publisert ${longDate(published, "nb")}. Rett den ene datoen.`,
      );
    else if (before !== undefined && date > before.date)
      tell(`Endringene skal stå med den nyeste først. Flytt den fra ${longDate(date, "nb")} opp.`);
  });
}
