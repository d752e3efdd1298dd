import { parseArgs } from "node:util";
import { compareWithCold } from "./compare.ts";

const USAGE = `npm run warm [-- --count 200 --seed 1]

Edits a small site at random, damages its cache now and then, and builds it after each edit: with what the cache holds, and
from nothing. Shows that the two are the same, byte for byte.

  --count  how many edits (200)
  --seed   where the sequence begins (1)
  --help   this text

Exits with 0 when each was the same, 1 when one was not, 2 when used wrongly.`;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (values.help || !Number.isInteger(count) || !Number.isInteger(seed)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const { right, differences } = compareWithCold({ count, seed }, (build, done) =>
    console.error(`${build} of ${count}: ${done}`),
  );
  for (const difference of differences) console.log(`${difference}\n`);
  console.log(`${count} edits, ${right} of them without mistakes: ${differences.length} differed.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}
