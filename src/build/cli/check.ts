import { readContent } from "../contract/read.ts";
import { sayProblem, saySummary } from "../contract/say.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm run check

Leser alt innhold og sier fra om alle feil, uten å bygge nettstedet.

  --help   denne teksten

Svarer med 0 når alt er i orden, 1 når innholdet har feil, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

await main(USAGE, {}, async () => {
  const { problems, site } = await readContent(process.cwd());
  for (const problem of problems) console.error(sayProblem(problem));
  console.log(saySummary(problems));
  return site === null ? EXIT.content : EXIT.done;
});
