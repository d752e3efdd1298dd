import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import * as z from "zod";
import { keepJson, recallJson, sha256 } from "./cache.ts";
import { Digests } from "./digests.ts";
import { type Look, lookOf } from "./emit.ts";
import { filesBelow } from "./listing.ts";
import { type FoundSource, sources } from "./sources.ts";

const PHOTOGRAPH = /\.(?:jpe?g|png|webp|avif|hei[cf])$/i;

/** What a build that succeeded said, and from when until when (milliseconds since 1970) it shows the pages that are due. */
const Told = z.strictObject({
  from: z.number(),
  until: z.number().nullable(),
  output: z.string(),
  errors: z.string(),
  /** What stands for the files that it made, untouched (see `stampOf`). */
  files: z.string(),
});
export type Told = z.infer<typeof Told>;

/** The same with what stands for the other files that it left. */
const Standing = z.strictObject({ ...Told.shape, others: z.string() });

/** All that a build is made of, as it is at one moment. */
export interface Inputs {
  /** SHA-256 of every source's name and bytes (of a photograph whether it was touched), Node, and what the build was asked for. */
  readonly digest: string;
  /** What is another text as soon as somebody touches a source, even when it is put back as it was. */
  readonly touch: string;
  /** How many pages have other words than when this code read them last. */
  readonly changedPages: number;
  /** Every source, each folder before what is in it. */
  readonly found: readonly FoundSource[];
}

/** Looks at every source. One that nobody has touched since it was read last is not read. */
export function lookAtInputs(asked: readonly string[]): Inputs {
  const digests = Digests.open(".");
  const digest = createHash("sha256").update(JSON.stringify([process.version, asked]));
  const touch = createHash("sha256");
  let changedPages = 0;
  const found: FoundSource[] = [];
  for (const [path, source] of sources()) {
    const { kind, size } = source;
    // Gigabytes of photographs are not read to learn that nobody has touched them. What is no file is refused by the contract.
    const isPhotograph = PHOTOGRAPH.test(path);
    const changed = digests.changed;
    const own = kind === "file" && !isPhotograph ? digests.of(path, source) : "";
    found.push([path, { kind, size, digest: own }]);
    if (kind === "folder") continue;
    touch.update(`${path}\0${source.touch}\0`);
    digest.update(`${path}\0${isPhotograph ? source.touch : own}\0`);
    if (path.endsWith(".md")) changedPages += digests.changed - changed;
  }
  digests.save();
  return { digest: digest.digest("hex"), touch: touch.digest("hex"), changedPages, found };
}

/** Keeps what the build of these inputs said. */
export function keepTold(inputs: string, told: Told): void {
  keepJson(["told", inputs], told);
}

/** Takes note that the build of these inputs now stands in the output folder, with the `others` that are there. */
export function keepStanding(inputs: string, output: string, others: readonly string[]): void {
  const told = recallJson(["told", inputs], Told);
  if (told === null) return;
  const standing = { ...told, others: stampOf(looksAt(".", others)) };
  keepJson(["standing", inputs, output], standing);
}

/** What the build of these inputs said, if it is the one that stands in the output folder, whole and untouched; null else. */
export function recallStanding(
  inputs: string,
  now: number,
  output: string,
  others: readonly string[],
): Told | null {
  const known = recallJson(["standing", inputs, output], Standing);
  if (known === null || now < known.from || (known.until !== null && now >= known.until)) return null;
  const standing = filesBelow(output).map(([name]) => name);
  const isSame =
    stampOf(looksAt(output, standing)) === known.files && stampOf(looksAt(".", others)) === known.others;
  return isSame ? known : null;
}

/** A text that is another one as soon as one of the files is touched, there is one more, or one is missing. */
export function stampOf(looks: ReadonlyMap<string, Look>): string {
  const lines = [...looks].map(([name, look]) => `${name} ${look}\n`);
  return sha256(lines.sort().join(""));
}

/** How those of the files look that are there, by their names from the folder. */
function looksAt(folder: string, names: readonly string[]): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  for (const name of names) {
    const entry = lstatSync(`${folder}/${name}`, { throwIfNoEntry: false });
    if (entry !== undefined) looks.set(name, lookOf(entry));
  }
  return looks;
}
