import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { copyProject } from "../support/site.ts";

const PAGE = "src/content/2017/holmen-svommehall.md";

/** Runs `check --fix` after changing one file, and gives the file before and after, with what the command said. */
function mend(file: string, change: (text: string) => string) {
  const project = copyProject();
  try {
    const path = join(project.root, file);
    const original = readFileSync(path, "utf8");
    writeFileSync(path, change(original));
    const first = project.run("check", ["--fix"]);
    const second = project.run("check", ["--format=json"]);
    return { original, after: readFileSync(path, "utf8"), first, second };
  } finally {
    project.remove();
  }
}

for (const [wrong, right] of [
  ['Hallen er et "forbilde" i FutureBuilt.', "Hallen er et «forbilde» i FutureBuilt."],
  ["Hallen er et “forbilde”.", "Hallen er et «forbilde»."],
  ['Se "[om prisen](/om-prisen/)" for mer.', "Se «[om prisen](/om-prisen/)» for mer."],
  ['"Ja," sa hun.', "«Ja», sa hun."],
  ["«Ja,» sa hun.", "«Ja», sa hun."],
  ["Hallen er ny - og god.", "Hallen er ny – og god."],
  ["Prosjektet varte fra 2015 - 2017.", "Prosjektet varte fra 2015–2017."],
  ["Planen for 2017-2020 gjelder.", "Planen for 2017–2020 gjelder."],
  ["- Vi er stolte, sa hun etterpå.", "– Vi er stolte, sa hun etterpå."],
  ["Hallen er ny — og god.", "Hallen er ny – og god."],
  ["Prisen er 500.000 kroner.[@difi-2017]", "Prisen er 500\u00a0000 kroner.[@difi-2017]"],
  ["Prisen er 500\u2009000 kroner.[@difi-2017]", "Prisen er 500\u00a0000 kroner.[@difi-2017]"],
  ["Prisen er 500000 kroner.[@difi-2017]", "Prisen er 500\u00a0000 kroner.[@difi-2017]"],
  ["Det begynte kl.14:30 den dagen.", "Det begynte kl.\u00a014.30 den dagen."],
  ["Det var 15.juni.", "Det var 15. juni."],
  ["Om lag 80% av varmen.[@asker-hall]", "Om lag 80 prosent av varmen.[@asker-hall]"],
  [
    'Prisen, "500000 kroner", er "stor".[@difi-2017]',
    "Prisen, «500\u00a0000 kroner», er «stor».[@difi-2017]",
  ],
] as const) {
  test(`«${wrong}» becomes «${right}», and nothing else changes`, () => {
    const { original, after, first, second } = mend(PAGE, (text) => `${text}\n${wrong}\n`);
    assert.equal(after, `${original}\n${right}\n`);
    assert.match(first.output, /^Rettet: src\/content\/2017\/holmen-svommehall\.md$/m);
    assert.deepEqual(JSON.parse(second.output), { problems: [] });
  });
}

test("a misspelt key becomes the one that was meant", () => {
  const { original, after, second } = mend(PAGE, (text) => text.replace("title:", "titel:"));
  assert.equal(after, original);
  assert.equal(second.code, 0);
});

test("points of a list, numbers that name something, inches and compounds are left as they are", () => {
  const text =
    'ISBN 9788202123456, en skjerm på 15" og en på 17".\n\nDet ble slik:\n\n- Hallen er ny, sa ordføreren den dagen.\n- Ring 66701234.\n- Tlf. 66700000.\n- En 50%-andel, id-en plan-2017-2020.';
  const { original, after } = mend(PAGE, (page) => `${page}\n${text}\n`);
  assert.equal(after, `${original}\n${text}\n`);
});

test("code and addresses are left as they are", () => {
  const text = 'Skriv `"500.000"` – se [kilden](https://example.org/500000?a=%22b%22 "15.juni").';
  const { original, after } = mend(PAGE, (page) => `${page}\n${text}\n`);
  assert.equal(after, `${original}\n${text}\n`);
});

test("texts in data are corrected inside their quotes, escapes and all", () => {
  const { original, after, second } = mend("_data/pictures.json", (text) =>
    text.replace('"caption": "', '"caption": "Et \\"glad\\" lag p\\u00e5 80%. '),
  );
  assert.equal(after, original.replace('"caption": "', '"caption": "Et «glad» lag p\\u00e5 80 prosent. '));
  assert.equal(second.code, 0, second.output);
});

test("texts in a head are corrected where they are folded over lines", () => {
  const { original, after } = mend(PAGE, (text) =>
    text.replace(/lead: >-\n {2}/, 'lead: >-\n  Den "nye\n  hallen" sparer 80%. '),
  );
  assert.equal(
    after,
    original.replace(/lead: >-\n {2}/, "lead: >-\n  Den «nye\n  hallen» sparer 80 prosent. "),
  );
});

test("line ends, decomposed letters and a byte-order mark are put right", () => {
  const { original, after, second } = mend(
    PAGE,
    (text) => `\ufeff${text.replaceAll("\n", "\r\n").normalize("NFD")}`,
  );
  assert.equal(after, original);
  assert.deepEqual(JSON.parse(second.output), { problems: [] });
});

test("a file that is not text, and mistakes that only a person can mend, are left alone and told", () => {
  const { original, after, first } = mend(PAGE, (text) => text.replace("order: 1", "order: nei"));
  assert.equal(after, original.replace("order: 1", "order: nei"));
  assert.equal(first.code, 1);
  assert.match(first.output, /feil wrong-type: /);
  assert.match(first.output, /Ingenting å rette\./);
});

test("a check that is asked for in a wrong way says how, in Bokmål", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  for (const [args, env, said] of [
    [
      [PAGE],
      {},
      /^«src\/content\/2017\/holmen-svommehall\.md» kan ikke stå her; kommandoen gjelder alltid alt\./,
    ],
    [["--fiks"], {}, /^«--fiks» finnes ikke her\./],
    [["--format"], {}, /^«--format <value>» har en verdi for lite/],
    [[], { npm_config_fix: "true" }, /npm run check -- --fix/],
  ] as const) {
    const { code, output } = project.run("check", args, env);
    assert.equal(code, 2, output);
    assert.match(output, said);
  }
});
