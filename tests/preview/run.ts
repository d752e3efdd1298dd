import { runSequence } from "../support/sequence.ts";
import { tellTruth } from "./truth.ts";

const USAGE = `npm run preview:truth [-- --count 500 --seed 1]

Does random things to the real site while live preview runs: edits, renames, deletes, half a save, a switch of branches,
mistakes in content, data, style and code. After each, what is served must be what a clean build of the same files gives.

  --count  how many (500)
  --seed   where the sequence begins (1)
  --help   this text

Exits with 0 when the preview told the truth each time, grew by less than 20 MB and gave its port back; 1 when not; 2 when
used wrongly.`;

await runSequence(USAGE, 500, async ({ count, seed }) => {
  const { lies, broken, growth, freed } = await tellTruth(count, seed, (done) => {
    if (done % 20 === 0) console.error(`${done} of ${count}`);
  });
  for (const lie of lies) console.log(lie);
  console.log(
    `${count} steps, ${broken} of them mistakes: ${lies.length} lies; ${growth.toFixed(1)} MB more memory; the port is ${freed ? "free" : "taken"}.`,
  );
  return lies.length === 0 && growth < 20 && freed;
});
