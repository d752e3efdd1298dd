import { appendFile } from "node:fs/promises";
import { readContent } from "../contract/read.ts";
import { formats, jobSummary, sayProblems, saySummary } from "../contract/say.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm run check [-- --format=json]

Leser alt innhold og sier fra om alle feil, uten å bygge nettstedet.

  --format   text (vanlig), json, eller github (merknader i en pull request, og hele listen i oppsummeringen)
  --help     denne teksten

Svarer med 0 når alt er i orden, 1 når innholdet har feil, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

await main(USAGE, { format: { type: "string", default: "text" } }, async (values) => {
  const format = formats.find((name) => name === values.format);
  if (format === undefined) {
    console.error(`«${values.format}» er ikke et format. Bruk ${formats.join(", ")}.`);
    return EXIT.usage;
  }
  const { problems, site } = await readContent(process.cwd());
  const told = sayProblems(problems, format);
  if (format === "text") {
    process.stderr.write(told);
    console.log(saySummary(problems));
  } else process.stdout.write(told);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (format === "github" && summary !== undefined) await appendFile(summary, jobSummary(problems));
  return site === null ? EXIT.content : EXIT.done;
});
