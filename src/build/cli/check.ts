import { appendFile } from "node:fs/promises";
import { readBuildTime } from "../contract/clock.ts";
import { mendContent } from "../contract/mend.ts";
import { type Reading, readContent } from "../contract/read.ts";
import { formats, jobSummary, sayProblems, saySummary, sayWaiting } from "../contract/say.ts";
import type { View } from "../contract/schedule.ts";
import { UsageFault } from "../output/environment.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm run check [-- --fix] [-- --language] [-- --format=json]

Leser alt innhold og sier fra om alle feil, uten å bygge nettstedet.

  --fix      retter det som trygt kan rettes: norsk typografi, linjeskift, tegnform og feilskrevne feltnavn
  --language gir råd om språket også: rettskriving, LIX, lange setninger, passiver, lenketekster og navn
  --format   text (vanlig), json, eller github (merknader i en pull request, og hele listen i oppsummeringen)
  --help     denne teksten

Råd om språket stanser aldri noe. Svarer med 0 når alt er i orden, 1 når innholdet har feil, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

const OPTIONS = {
  format: { type: "string", default: "text" },
  fix: { type: "boolean", default: false },
  language: { type: "boolean", default: false },
} as const;

await main(USAGE, OPTIONS, async (values) => {
  const format = formats.find((name) => name === values.format);
  if (format === undefined)
    throw new UsageFault(`«${values.format}» er ikke et format. Bruk ${formats.join(", ")}.`);
  // npm keeps to itself what stands before «--».
  const kept = (["fix", "language"] as const).find((name) => process.env[`npm_config_${name}`] === "true");
  if (kept !== undefined && !values[kept])
    throw new UsageFault(`Skriv «--» foran: npm run check -- --${kept}`);
  const view = { now: readBuildTime(process.env), waitingToo: false };
  const reading = values.fix ? await mend(view) : await readContent(process.cwd(), view);
  const { site, waiting } = reading;
  const language = values.language ? await adviseOn(reading) : null;
  const problems = [...reading.problems, ...(language?.advice ?? [])];
  const told = sayProblems(problems, format, language === null ? {} : { pages: language.pages });
  if (format === "text") {
    process.stderr.write(told);
    process.stdout.write(sayWaiting(waiting) + (language?.readability ?? ""));
    console.log(saySummary(problems));
  } else process.stdout.write(told);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (format === "github" && summary !== undefined)
    await appendFile(summary, jobSummary(problems) + (language?.summary ?? ""));
  return site === null ? EXIT.content : EXIT.done;
});

/** Loaded only when asked for: the dictionaries are heavy, and only those who write need them. */
async function adviseOn(reading: Reading) {
  const [{ adviseOnLanguage }, { readabilitySummary, sayReadability }] = await Promise.all([
    import("../../editors/language/advise.ts"),
    import("../../editors/language/say.ts"),
  ]);
  const { advice, pages } = await adviseOnLanguage(reading);
  return { advice, pages, readability: sayReadability(pages), summary: readabilitySummary(pages) };
}

async function mend(view: View): Promise<Reading> {
  const { changed, reading } = await mendContent(process.cwd(), view);
  for (const file of changed) console.error(`Rettet: ${file}`);
  console.error(
    changed.length === 0
      ? "Ingenting å rette."
      : `Rettet ${changed.length} ${changed.length === 1 ? "fil" : "filer"}.`,
  );
  return reading;
}
