import { parseArgs } from "node:util";
import { copyProject } from "../support/site.ts";
import { mutate } from "./mutate.ts";

const USAGE = `npm run mutate [-- --count 10000 --seed 1]

Damages the real content in small ways, one after another, and shows that each damage gives either a correct site or a
problem told within two lines of it; never a crash, and never a message in English.

  --count  how many (10000)
  --seed   where the sequence begins (1)
  --help   this text

Exits with 0 when the promise was kept each time, 1 when it was not, 2 when used wrongly.`;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (values.help || !Number.isInteger(count) || !Number.isInteger(seed)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const project = copyProject();
  const { sites, told, missed, failures } = await mutate(project.root, { count, seed }, (done) => {
    if (done % 500 === 0) console.error(`${done} of ${count}`);
  });
  project.remove();
  for (const failure of failures) console.log(`${failure}\n`);
  console.log(
    `${count} damages: ${sites} gave a correct site, ${told} were told where they were, ${missed} where they were missed, ${failures.length} otherwise.`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}
