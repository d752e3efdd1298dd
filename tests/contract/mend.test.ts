import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { mendContent } from "../../src/build/contract/mend.ts";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { copyContent, copyProject } from "../support/site.ts";

const PAGE = "src/content/2017/holmen-svommehall.md";

const VIEW = { now: Date.now(), waitingToo: false };

/** Mends the content after changing one file. Gives that file before and after, which were changed, and what is then told. */
async function mend(file: string, change: (text: string) => string) {
  const { root, remove } = copyContent();
  try {
    const path = join(root, file);
    const original = readFileSync(path, "utf8");
    writeFileSync(path, change(original));
    const { changed } = await mendContent(root, VIEW);
    const said = (await readContent(root)).problems.map(sayProblem);
    return { original, after: readFileSync(path, "utf8"), changed, said };
  } finally {
    remove();
  }
}

for (const [wrong, right] of [
  ['Hallen er et "forbilde" i FutureBuilt.', "Hallen er et «forbilde» i FutureBuilt."],
  ["Hallen er et “forbilde”.", "Hallen er et «forbilde»."],
  ['Se "[om prisen](/om-prisen/)" for mer.', "Se «[om prisen](/om-prisen/)» for mer."],
  [
    "Hallen er et »forbilde« og (»et mål«), ikke «ny» eller «stor».",
    "Hallen er et «forbilde» og («et mål»), ikke «ny» eller «stor».",
  ],
  ['"Ja," sa hun.', "«Ja», sa hun."],
  ["«Ja,» sa hun.", "«Ja», sa hun."],
  ["Hallen er ny - og god.", "Hallen er ny – og god."],
  ["Prosjektet varte fra 2015 - 2017.", "Prosjektet varte fra 2015–2017."],
  ["Planen for 2017-2020 gjelder.", "Planen for 2017–2020 gjelder."],
  ["- Vi er stolte, sa hun etterpå.", "– Vi er stolte, sa hun etterpå."],
  ["-- Vi er stolte, sa hun etterpå.", "– Vi er stolte, sa hun etterpå."],
  ["Hallen er ny — og god.", "Hallen er ny – og god."],
  ["Prisen er 500.000 kroner.[@difi-2017]", "Prisen er 500\u00a0000 kroner.[@difi-2017]"],
  [
    "Det er 1.200.000.000 kroner, og hallen kostet 105.500.000.",
    "Det er 1\u00a0200\u00a0000\u00a0000 kroner, og hallen kostet 105\u00a0500\u00a0000.",
  ],
  [
    "Prisen er 500,000 kroner,[@difi-2017] og det er 1,250,000 i alt.",
    "Prisen er 500\u00a0000 kroner,[@difi-2017] og det er 1\u00a0250\u00a0000 i alt.",
  ],
  ["Prisen er 500\u2009000 kroner.[@difi-2017]", "Prisen er 500\u00a0000 kroner.[@difi-2017]"],
  ["Prisen er 500000 kroner.[@difi-2017]", "Prisen er 500\u00a0000 kroner.[@difi-2017]"],
  ["Det begynte kl.14:30 den dagen.", "Det begynte kl.\u00a014.30 den dagen."],
  ["Det er åpent kl. 10-16 og kl 17:00 - 20:30.", "Det er åpent kl. 10–16 og kl.\u00a017.00–20.30."],
  [
    "Klokken 18:00 og kl18:30 kom de, og Kl 19 gikk de.",
    "Klokken 18.00 og kl.\u00a018.30 kom de, og Kl.\u00a019 gikk de.",
  ],
  ["Hallen er ny , og god ! Er den «stor» ?", "Hallen er ny, og god! Er den «stor»?"],
  ["Det var 15.juni.", "Det var 15. juni."],
  ["Det var 15 juni, og så 8\u00a0August.", "Det var 15. juni, og så 8. august."],
  ["Om lag 80% av varmen.[@asker-hall]", "Om lag 80 prosent av varmen.[@asker-hall]"],
  [
    'Prisen, "500000 kroner", er "stor".[@difi-2017]',
    "Prisen, «500\u00a0000 kroner», er «stor».[@difi-2017]",
  ],
] as const) {
  test(`«${wrong}» becomes «${right}», and nothing else changes`, async () => {
    const { original, after, changed, said } = await mend(PAGE, (text) => `${text}\n${wrong}\n`);
    assert.equal(after, `${original}\n${right}\n`);
    assert.deepEqual(changed, [PAGE]);
    assert.deepEqual(said, []);
  });
}

test("a misspelt key becomes the one that was meant", async () => {
  const { original, after, said } = await mend(PAGE, (text) => text.replace("title:", "titel:"));
  assert.equal(after, original);
  assert.deepEqual(said, []);
});

test("points of a list, numbers that name something, inches and compounds are left as they are", async () => {
  const text =
    'ISBN 9788202123456, en skjerm på 15" og en på 17".\n\nDet ble slik:\n\n- Hallen er ny, sa ordføreren den dagen.\n- Ring 66701234.\n- Tlf. 66700000.\n- Fakturanr. 1002345, saksnummer 2017123, KID: 123456789.\n- Tjeneren 192.168.100.200, versjon 1.200.300, nr. 12.345 og 0.125 av det, 0,000 og 3,250 mm.\n- Åpent kl. 10–16 til kl. 1.9, kl. 18 – 20 kom. Se kl18 og /kl.18/.\n- Se www.asker.no/500000.\n\n| Hva | Hvor mye |\n| --- | --- |\n| Mva. | 25 % |\n\n- Slik:\n\n  | Hva | Hvor mye |\n  | --- | --- |\n  | Mva. | 25 % |\n\n- Hvem vet ... Det er 2 : 1 og .no og ,5. En 50%-andel, id-en plan-2017-2020.';
  const { original, after } = await mend(PAGE, (page) => `${page}\n${text}\n`);
  assert.equal(after, `${original}\n${text}\n`);
});

test("code and addresses are left as they are", async () => {
  const text = 'Skriv `"500.000"` – se [kilden](https://example.org/500000?a=%22b%22 "15.juni").';
  const { original, after } = await mend(PAGE, (page) => `${page}\n${text}\n`);
  assert.equal(after, `${original}\n${text}\n`);
});

test("texts in data are corrected inside their quotes, escapes and all", async () => {
  const { original, after, said } = await mend("_data/pictures.json", (text) =>
    text.replace('"caption": "', '"caption": "Et \\"glad\\" lag p\\u00e5 80%. '),
  );
  assert.equal(after, original.replace('"caption": "', '"caption": "Et «glad» lag p\\u00e5 80 prosent. '));
  assert.deepEqual(said, []);
});

test("texts in a head are corrected where they are folded over lines", async () => {
  const { original, after } = await mend(PAGE, (text) =>
    text.replace(/lead: >-\n {2}/, 'lead: >-\n  Den "nye\n  hallen" sparer 80%. '),
  );
  assert.equal(
    after,
    original.replace(/lead: >-\n {2}/, "lead: >-\n  Den «nye\n  hallen» sparer 80 prosent. "),
  );
});

test("line ends, decomposed letters and a byte-order mark are put right", async () => {
  const { original, after, said } = await mend(
    PAGE,
    (text) => `\ufeff${text.replaceAll("\n", "\r\n").normalize("NFD")}`,
  );
  assert.equal(after, original);
  assert.deepEqual(said, []);
});

test("check --fix tells what it has mended, and the mistakes that only a person can mend", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const path = join(project.root, PAGE);
  const original = readFileSync(path, "utf8");
  writeFileSync(path, original.replace("order: 1", "order: nei"));
  const first = project.run("check", ["--fix"]);
  assert.equal(first.code, 1);
  assert.match(first.output, /feil wrong-type: /);
  assert.match(first.output, /^Ingenting å rette\.$/m);
  assert.equal(readFileSync(path, "utf8"), original.replace("order: 1", "order: nei"));
  writeFileSync(path, original.replace("title:", "titel:"));
  const second = project.run("check", ["--fix"]);
  assert.equal(second.code, 0);
  assert.match(second.output, new RegExp(`^Rettet: ${PAGE}\nRettet 1 fil\\.$`, "m"));
  assert.equal(readFileSync(path, "utf8"), original);
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
