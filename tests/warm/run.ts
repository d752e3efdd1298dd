import { runSequence } from "../support/sequence.ts";
import { compareWithCold } from "./compare.ts";

const USAGE = `npm run warm [-- --count 200 --seed 1]

Edits a small site at random, damages its cache now and then, and builds it after each edit: with what the cache holds, and
from nothing. Shows that the two are the same, byte for byte.

  --count  how many edits (200)
  --seed   where the sequence begins (1)
  --help   this text

Exits with 0 when each was the same, 1 when one was not, 2 when used wrongly.`;

await runSequence(USAGE, 200, ({ count, seed }) => {
  const { right, differences } = compareWithCold({ count, seed }, (build, done) =>
    console.error(`${build} of ${count}: ${done}`),
  );
  for (const difference of differences) console.log(`${difference}\n`);
  console.log(`${count} edits, ${right} of them without mistakes: ${differences.length} differed.`);
  return differences.length === 0;
});
