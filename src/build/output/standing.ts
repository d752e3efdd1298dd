import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { z } from "zod";
import { keep, recall } from "./cache.ts";
import { Digests } from "./digests.ts";
import { entriesBelow } from "./listing.ts";
import { sources, touchOf } from "./sources.ts";

const PHOTOGRAPH = /\.(?:jpe?g|png|webp|avif|hei[cf])$/i;

/** What a build that succeeded said, and from when until when (milliseconds since 1970) it shows the pages that are due. */
const Told = z.strictObject({
  from: z.number(),
  until: z.number().nullable(),
  output: z.string(),
  errors: z.string(),
});
export type Told = z.infer<typeof Told>;

/** The same with the files that it left, each with its size and its time. */
const Standing = z.strictObject({ ...Told.shape, files: z.record(z.string(), z.string()) });

/** All that a build is made of, as it is at one moment. */
export interface Inputs {
  /** SHA-256 of every source's name and bytes (of a photograph whether it was touched), Node, and what the build was asked for. */
  readonly digest: string;
  /** What is another text as soon as somebody touches a source, even when it is put back as it was. */
  readonly touch: string;
}

/** Looks at every source. One that nobody has touched since it was read last is not read. */
export async function lookAtInputs(asked: readonly string[]): Promise<Inputs> {
  const digests = await Digests.open(".");
  const digest = createHash("sha256").update(JSON.stringify([process.version, asked]));
  const touch = createHash("sha256");
  for (const [path, entry] of sources()) {
    if (entry.isDirectory()) continue;
    const touched = touchOf(entry);
    touch.update(`${path}\0${touched}\0`);
    // Gigabytes of photographs are not read to learn that nobody has touched them. What is no file is refused by the contract.
    const content = PHOTOGRAPH.test(path) ? touched : entry.isFile() ? digests.of(path, entry) : "";
    digest.update(`${path}\0${content}\0`);
  }
  await digests.save();
  return { digest: digest.digest("hex"), touch: touch.digest("hex") };
}

/** Keeps what the build of these inputs said. */
export async function keepTold(inputs: string, told: Told): Promise<void> {
  await keep(["told", inputs], Buffer.from(JSON.stringify(told)));
}

/** Takes note that the build of these inputs now stands in the output folder, with the `others` that are there. */
export async function keepStanding(inputs: string, output: string, others: readonly string[]): Promise<void> {
  const told = Told.safeParse(await recallJson(["told", inputs]));
  if (!told.success) return;
  const standing = { ...told.data, files: filesOf(output, others) };
  await keep(["standing", inputs, output], Buffer.from(JSON.stringify(standing)));
}

/** What the build of these inputs said, if it is the one that stands in the output folder, whole and untouched; null else. */
export async function recallStanding(
  inputs: string,
  now: number,
  output: string,
  others: readonly string[],
): Promise<Told | null> {
  const known = Standing.safeParse(await recallJson(["standing", inputs, output]));
  if (!known.success) return null;
  const { from, until, files } = known.data;
  if (now < from || (until !== null && now >= until)) return null;
  const found = filesOf(output, others);
  const names = Object.keys(found);
  const isSame =
    names.length === Object.keys(files).length && names.every((name) => found[name] === files[name]);
  return isSame ? known.data : null;
}

function filesOf(output: string, others: readonly string[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const isFolder = lstatSync(output, { throwIfNoEntry: false })?.isDirectory() === true;
  const below = [...(isFolder ? entriesBelow(output) : [])].filter(([, entry]) => !entry.isDirectory());
  for (const path of [...below.map(([name]) => `${output}/${name}`), ...others]) {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (entry !== undefined) files[path] = `${entry.isFile()} ${entry.size} ${entry.mtimeMs}`;
  }
  return files;
}

async function recallJson(inputs: readonly string[]): Promise<unknown> {
  return JSON.parse(String((await recall(inputs)) ?? "null"));
}
