import lighthouse from "lighthouse";
import { z } from "zod";
import { startBrowser } from "../support/browser.ts";
import { freePort } from "../support/port.ts";
import { type Look, NOT_FOUND } from "./site.ts";

const Report = z.object({
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});
type Report = z.infer<typeof Report>;

/** Pages below 100 are looked at again so often, after all others: a busy machine makes a fast page look slow, never the other way. */
const AGAIN = 3;

/** Lighthouse's scores as a phone has them. The 404 page asks not to be found, so its score for that is not asked of it. */
export const lighthouseScores: Look = async ({ origin, urls }, tell) => {
  const port = await freePort();
  const browser = await startBrowser({
    args: [`--remote-debugging-port=${port}`],
    // Whether a page may wait in the back/forward cache is one of the things looked at.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const reports = new Map<string, Report>();
  let left = urls;
  for (let times = 0; times <= AGAIN && left.length > 0; times++) {
    for (const url of left) {
      tell(times === 0 ? url : `${url} again`);
      reports.set(url, Report.parse((await lighthouse(origin + url, { port, logLevel: "error" }))?.lhr));
    }
    left = [...reports].filter(([url, report]) => lacking(url, report).length > 0).map(([url]) => url);
  }
  await browser.close();
  console.table([...reports].map(([page, report]) => ({ page, ...scores(report) })));
  return [...reports].flatMap(([url, report]) => lacking(url, report));
};

function scores({ categories }: Report): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}

/** Each category below 100, with the audits that cost it points. */
function lacking(url: string, { categories, audits }: Report): readonly string[] {
  return Object.entries(categories)
    .filter(([name, { score }]) => score !== 1 && !(url === NOT_FOUND && name === "seo"))
    .map(([name, { score, auditRefs }]) => {
      const costly = auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim());
      return `${url}: ${name} ${Math.round((score ?? 0) * 100)} (${costly.join(", ")})`;
    });
}
