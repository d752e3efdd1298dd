import assert from "node:assert/strict";
import { test } from "node:test";
import { longDate, longDateWithWeekday, MONTHS, weekday } from "../../../src/build/format/date.ts";
import { runModule } from "../support/child.ts";

const MODULE = new URL("../../../src/build/format/date.ts", import.meta.url).href;

test("A date is written as far as it is known, the day tied to its month", () => {
  const cases = [
    ["2017-06-15", "15.\u00a0juni 2017"],
    ["2019-01-01", "1.\u00a0januar 2019"],
    ["2016-02-29", "29.\u00a0februar 2016"],
    ["2016-06", "juni 2016"],
    ["2015", "2015"],
  ] as const;
  for (const [date, written] of cases) assert.equal(longDate(date, "nb"), written);
});

test("A date gets its weekday only when the day is known", () => {
  const cases = [
    ["2017-06-15", "torsdag 15.\u00a0juni 2017"],
    ["2018-06-08", "fredag 8.\u00a0juni 2018"],
    ["2017-06", "juni 2017"],
    ["2017", "2017"],
  ] as const;
  for (const [date, written] of cases) assert.equal(longDateWithWeekday(date, "nb"), written);
});

test("A date in English is written the British way", () => {
  assert.equal(longDate("2017-06-15", "en"), "15\u00a0June 2017");
  assert.equal(longDateWithWeekday("2017-06-15", "en"), "Thursday 15\u00a0June 2017");
  assert.equal(longDate("2016-06", "en"), "June 2016");
});

test("Weekdays and months have their Bokmål names in small letters", () => {
  const week = ["12", "13", "14", "15", "16", "17", "18"].map((day) => weekday(`2017-06-${day}`, "nb"));
  assert.deepEqual(week, ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]);
  assert.equal(
    MONTHS.join(" "),
    "januar februar mars april mai juni juli august september oktober november desember",
  );
});

test("A date that does not exist throws, and never becomes words on a page", () => {
  for (const date of ["2017-02-29", "2017-06-31", "2017-13-01", "2017-13", "15.06.2017", "2017-6-15", ""]) {
    assert.throws(() => longDate(date, "nb"), /Invalid DateTime/, date);
    assert.throws(() => longDateWithWeekday(date, "nb"), /Invalid DateTime/, date);
    assert.throws(() => weekday(date, "nb"), /Invalid DateTime/, date);
  }
});

test("A date is the same day in every time zone and language that a machine can have", async () => {
  const code = `
    const { longDate, longDateWithWeekday, MONTHS, weekday } = await import(${JSON.stringify(MODULE)});
    console.log([longDate("2017-06-15", "nb"), longDate("2016-06", "nb"), longDate("2015", "nb"), longDateWithWeekday("2017-01-01", "nb"),
      weekday("2017-12-31", "nb"), longDate("2011-12-30", "nb"), MONTHS[0]].join("; "));`;
  const expected =
    "15.\u00a0juni 2017; juni 2016; 2015; søndag 1.\u00a0januar 2017; søndag; 30.\u00a0desember 2011; januar";
  const machines = [
    { TZ: "Pacific/Honolulu", LANG: "en_US.UTF-8" },
    { TZ: "Pacific/Kiritimati", LANG: "ja_JP.UTF-8" },
    { TZ: "Europe/Oslo", LANG: "nn_NO.UTF-8" },
    // Samoa went over the date line that day, and never had it.
    { TZ: "Pacific/Apia", LANG: "nb_NO.UTF-8" },
  ];
  const written = await Promise.all(machines.map((env) => runModule(code, { env })));
  for (const [index, machine] of machines.entries()) assert.equal(written[index], expected, machine.TZ);
});
