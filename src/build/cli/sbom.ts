import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { EnvironmentFault } from "../output/environment.ts";
import { EXIT, main } from "./command.ts";

const FOLDER = ".cache/release";

const USAGE = `npm run sbom

Lager det som følger med en utgivelse om pakkene som byggingen bruker, i «${FOLDER}»:
sbom.cdx.json (en stykkliste i formatet CycloneDX) og LICENCES.txt (lisensen til hver pakke).
Sier hvor mange pakker det er, og svarer med 1 når en av dem har en lisens som ikke står på listen.

  --help   denne teksten

Svarer med 0 når alt er i orden, 1 når en lisens ikke er godtatt, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

/** Licences that let a public body use, change and pass on the work; SPDX names. */
const ACCEPTED: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "LGPL-3.0-or-later", // libvips, a library of its own that sharp loads
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Zlib",
]);

/** Word lists under the GPL: data that the language help reads, no part of the code and never of the site. */
const WORD_LISTS: readonly string[] = ["@cspell/dict-nb-no", "dictionary-nn"];

const entrySchema = z.object({
  version: z.string().default(""),
  license: z.string().default(""),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
});
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });
type Package = z.infer<typeof entrySchema> & { readonly path: string; readonly name: string };
const sbomSchema = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string(), component: z.looseObject({ name: z.string() }) }),
});

await main(USAGE, {}, async () => {
  const lock = lockSchema.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
  const packages = Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({ path, name: path.replace(/^.*node_modules\//, ""), ...entry }));
  const forBuild = packages.filter(({ dev }) => !dev);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, "sbom.cdx.json"), billOfMaterials());
  await writeFile(
    join(FOLDER, "LICENCES.txt"),
    (await Promise.all(forBuild.map(licenceOf))).filter((text) => text !== null).join("\n"),
  );
  const bound = forBuild.filter(({ optional }) => optional).length;
  console.log(
    `Bygging: ${forBuild.length - bound} pakker, og ${bound} som bare gjelder ett system hver. Utvikling: ${packages.length - forBuild.length} til.`,
  );
  const refused = packages.filter(
    ({ name, license, dev }) => !isAccepted(license) && !(dev && WORD_LISTS.includes(name)),
  );
  for (const { name, version, license } of refused)
    console.error(`${name} ${version}: lisensen «${license}» står ikke på listen over godtatte.`);
  return refused.length === 0 ? EXIT.done : EXIT.content;
});

/** Every part of «A AND B» must be accepted, and one of «A OR B». */
function isAccepted(licence: string): boolean {
  return licence
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((name) => ACCEPTED.has(name)));
}

/** npm's own, without what differs from run to run and from folder to folder. */
function billOfMaterials(): string {
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new EnvironmentFault("Kjør den som «npm run sbom».");
  const args = [npm, "sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev"];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 50_000_000,
  });
  if (status !== 0) throw new EnvironmentFault(`npm kunne ikke lage stykklisten: ${stderr.trim()}`);
  const { serialNumber, metadata, ...rest } = sbomSchema.parse(JSON.parse(stdout));
  const { timestamp, component, ...others } = metadata;
  const own = { ...component, name: "innovasjonsprisen" };
  return `${JSON.stringify({ ...rest, metadata: { ...others, component: own } }, null, 2)}\n`;
}

/** A package's name, version and licence with its text; null when it is made for another system and not installed. */
async function licenceOf({ path, name, version, license }: Package): Promise<string | null> {
  const files = await readdir(path).catch(() => null);
  if (files === null) return null;
  const file = files.find((entry) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(entry));
  const text = file === undefined ? "" : `\n${await readFile(join(path, file), "utf8")}\n`;
  return `${name} ${version}: ${license}\n${text}`;
}
