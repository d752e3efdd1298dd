import assert from "node:assert/strict";
import { test } from "node:test";
import {
  figureAmount,
  figureName,
  figureText,
  figureValue,
  fileSize,
  number,
} from "../../../src/build/format/number.ts";

const plain = { qualifier: null, to: null };

test("A number has no-break spaces between thousands, a decimal comma and a true minus", () => {
  const cases = [
    [0, "0"],
    [7, "7"],
    [783, "783"],
    [5300, "5\u00a0300"],
    [73000, "73\u00a0000"],
    [500000, "500\u00a0000"],
    [1234567.25, "1\u00a0234\u00a0567,25"],
    [12.5, "12,5"],
    [0.1234, "0,1234"],
    [-3, "\u22123"],
    [-12500.5, "\u221212\u00a0500,5"],
  ] as const;
  for (const [value, written] of cases) assert.equal(number(value, "nb"), written);
});

test("A number in English has commas between thousands and a decimal point", () => {
  assert.equal(number(500000, "en"), "500,000");
  assert.equal(number(-1234.5, "en"), "\u22121,234.5");
});

test("A figure's value carries its qualifier, tied to it, and a range its en dash", () => {
  const cases = [
    [{ ...plain, value: 458 }, "458"],
    [{ ...plain, value: 50, qualifier: "mer enn" }, "mer enn\u00a050"],
    [{ ...plain, value: 20, to: 25 }, "20–25"],
    [{ value: 1000, to: 1200, qualifier: "ca." }, "ca.\u00a01\u00a0000–1\u00a0200"],
  ] as const;
  for (const [figure, written] of cases) assert.equal(figureValue(figure), written);
});

test("A figure in words ends in its unit, tied to the number", () => {
  const cases = [
    [{ ...plain, value: 50, qualifier: "mer enn", unit: "møtepunkter" }, "mer enn\u00a050\u00a0møtepunkter"],
    [{ ...plain, value: 20, to: 25, unit: "familier" }, "20–25\u00a0familier"],
    [{ ...plain, value: 12.5, unit: "meter" }, "12,5\u00a0meter"],
  ] as const;
  for (const [figure, written] of cases) assert.equal(figureText(figure), written);
});

test("A unit that measures stands with the number; what is counted stands with the name", () => {
  const cases = [
    [{ ...plain, value: 330, unit: "m²", label: "solceller på taket" }, "solceller på taket", "330\u00a0m²"],
    [{ ...plain, value: 45, unit: "prosent", label: "lavere behov" }, "lavere behov", "45\u00a0prosent"],
    [
      { ...plain, value: 4, unit: "millioner kroner", label: "i støtte" },
      "i støtte",
      "4\u00a0millioner kroner",
    ],
    [{ ...plain, value: 783, unit: "deltakere", label: "i alt" }, "deltakere i alt", "783"],
    [
      { value: 50, to: null, qualifier: "mer enn", unit: "møtepunkter", label: "på Borgen" },
      "møtepunkter på Borgen",
      "mer enn\u00a050",
    ],
  ] as const;
  for (const [figure, name, amount] of cases) {
    assert.equal(figureName(figure), name);
    assert.equal(figureAmount(figure), amount);
  }
});

test("A file's size is in whole kilobytes, at least one, and from a million bytes in megabytes with a decimal", () => {
  const cases = [
    [90, "1\u00a0kB"],
    [480_400, "480\u00a0kB"],
    [999_400, "999\u00a0kB"],
    [1_000_000, "1\u00a0MB"],
    [1_249_000, "1,2\u00a0MB"],
  ] as const;
  for (const [bytes, written] of cases) assert.equal(fileSize(bytes, "nb"), written);
  assert.equal(fileSize(1_249_000, "en"), "1.2\u00a0MB");
});
