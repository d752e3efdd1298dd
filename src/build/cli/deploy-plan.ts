import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makePlan, type Plan, phases } from "../hosts/plan.ts";
import { UsageFault } from "../output/environment.ts";
import { MANIFEST, type Manifest, readManifest } from "../output/manifest.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm run deploy:plan -- [eldre.json ...] [oppe.json] ny.json [--format json]

Sier hva som skal lastes opp, og i hvilken rekkefølge, for å komme fra nettstedet som er oppe, til det nye. Filene er
${MANIFEST} fra hvert bygg. Med bare den nye er alt nytt. Med eldre foran blir også filer ryddet bort som bare de hadde.

  --format   text (vanlig), json, eller files (en liste for hvert steg, til rclone --files-from-raw, og en over adresser)
  --out      mappen som listene skrives i; bare med --format files
  --help     denne teksten

Svarer med 0 når planen er laget, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

const OPTIONS = { format: { type: "string", default: "text" }, out: { type: "string" } } as const;

await main(
  USAGE,
  OPTIONS,
  async ({ format, out }, paths) => {
    if (
      paths.length === 0 ||
      !["text", "json", "files"].includes(format) ||
      (format === "files") !== (out !== undefined)
    )
      throw new UsageFault(USAGE);
    const manifests: Manifest[] = [];
    for (const path of paths) {
      const manifest = readManifest(await readFile(path, "utf8").catch(() => ""));
      if (manifest === null)
        throw new UsageFault(
          `«${path}» finnes ikke, eller er ikke en liste over filene i et bygg (${MANIFEST}).`,
        );
      manifests.push(manifest);
    }
    const plan = makePlan(manifests);
    if (format === "json") console.log(JSON.stringify(plan, null, 2));
    else if (out === undefined) console.log(sayPlan(plan));
    else for (const file of await writeLists(plan, out)) console.log(file);
    return EXIT.done;
  },
  { names: true },
);

function sayPlan({ phases: steps, purge }: Plan): string {
  const parts = steps.map(({ name, files }, index) => [
    `${index + 1}. ${phases.find(([known]) => known === name)?.[1]} (${files.length})`,
    ...files.map(({ path }) => `   ${path}`),
  ]);
  const forget = [
    `Adresser som mellomlageret skal glemme (${purge.length})`,
    ...purge.map((url) => `   ${url}`),
  ];
  return [...parts, forget].flat().join("\n");
}

/** A list for each step that has something to do: an empty list can mean «everything» to a tool. */
async function writeLists({ phases: steps, purge }: Plan, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const lists = [
    ...steps.map(
      ({ name, files }, index) => [`${index + 1}-${name}.txt`, files.map(({ path }) => path)] as const,
    ),
    ["purge.txt", purge] as const,
  ];
  const written: string[] = [];
  for (const [name, lines] of lists) {
    const path = join(folder, name);
    await rm(path, { force: true });
    if (lines.length === 0) continue;
    await writeFile(path, `${lines.join("\n")}\n`);
    written.push(path);
  }
  return written;
}
