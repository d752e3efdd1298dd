import assert from "node:assert/strict";
import { test } from "node:test";
import { mutate } from "../mutation/mutate.ts";
import { copyContent } from "../support/site.ts";

const COUNT = 2000;

test(`each of ${COUNT} small damages gives a correct site, or a problem that leads to it`, async (t) => {
  const project = copyContent();
  t.after(() => project.remove());
  const { sites, told, missed, failures } = await mutate(
    project.root,
    { count: COUNT, seed: 2017 },
    () => {},
  );
  t.diagnostic(
    `${sites} gave a correct site, ${told} were told within two lines, ${missed} where something referred to what was gone`,
  );
  assert.deepEqual(failures, []);
});
