import { runSequence } from "../support/sequence.ts";
import { copyProject } from "../support/site.ts";
import { mutate } from "./mutate.ts";

const USAGE = `npm run mutate [-- --count 10000 --seed 1]

Damages the real content in small ways, one after another, and shows that each damage gives either a correct site or a
problem told within two lines of it, or where its paragraph begins when a block in that is broken; never a crash, and never
a message in English.

  --count  how many (10000)
  --seed   where the sequence begins (1)
  --help   this text

Exits with 0 when the promise was kept each time, 1 when it was not, 2 when used wrongly.`;

await runSequence(USAGE, 10000, async ({ count, seed }) => {
  const project = copyProject();
  const { sites, told, missed, failures } = await mutate(project.root, { count, seed }, (done) => {
    if (done % 500 === 0) console.error(`${done} of ${count}`);
  });
  project.remove();
  for (const failure of failures) console.log(`${failure}\n`);
  console.log(
    `${count} damages: ${sites} gave a correct site, ${told} were told where they were, ${missed} where they were missed, ${failures.length} otherwise.`,
  );
  return failures.length === 0;
});
