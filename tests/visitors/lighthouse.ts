import lighthouse from "lighthouse";
import * as z from "zod";
import { startBrowser } from "../support/browser.ts";
import { freePort } from "../support/port.ts";
import { type Look, measure, NOT_FOUND } from "./site.ts";

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

/** Lighthouse's scores as a phone has them. The 404 page asks not to be found, so its score for that is not asked of it. */
export const lighthouseScores: Look = async ({ origin, urls }, tell) => {
  const port = await freePort();
  const browser = await startBrowser({
    args: [`--remote-debugging-port=${port}`],
    // Whether a page may wait in the back/forward cache is one of the things looked at.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const look = async (url: string) =>
    Report.parse((await lighthouse(origin + url, { port, logLevel: "error" }))?.lhr);
  const { taken, faults } = await measure(urls, tell, look, lacking);
  await browser.close();
  console.table([...taken].map(([page, report]) => ({ page, ...scores(report) })));
  return faults;
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
