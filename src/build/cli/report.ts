import { writeFile } from "node:fs/promises";
import { baseCommit } from "../../editors/report/builds.ts";
import { report } from "../../editors/report/report.ts";
import { readBuildTime } from "../contract/clock.ts";
import { UsageFault } from "../output/environment.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm run report -- --base main [--out rapport.md] [--pictures bilder]

Bygger nettstedet slik det var og slik det blir, og skriver hva som skiller dem, som Markdown: sider som er endret, nye eller
borte, ordene før og etter, LIX og vekt, bilder uten fotograf, nye lenker, råd om språket, og hva som lastes opp.

  --base      grenen eller innsjekkingen som endringen begynner ved
  --out       filen som rapporten skrives i; ellers kommer den her
  --pictures  mappen for skjermbilder av de endrede sidene, før og etter, i 360 og 1280 piksler
  --help      denne teksten

Svarer med 0 når rapporten er laget, 1 når innholdet har feil, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

const OPTIONS = { base: { type: "string" }, out: { type: "string" }, pictures: { type: "string" } } as const;

await main(USAGE, OPTIONS, async ({ base, out, pictures }) => {
  if (base === undefined)
    throw new UsageFault(`Si hva endringen skal sammenlignes med: --base main\n\n${USAGE}`);
  const now = readBuildTime(process.env);
  const commit = await baseCommit(base);
  if (commit === null)
    throw new UsageFault(`«${base}» er verken en gren eller en innsjekking i dette prosjektet.`);
  const progress = (what: string) => console.error(`${what} ...`);
  const { markdown, built } = await report({ commit, pictures: pictures ?? null, now, progress });
  if (out === undefined) process.stdout.write(markdown);
  else await writeFile(out, markdown);
  return built ? EXIT.done : EXIT.content;
});
