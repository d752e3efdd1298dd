import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFileNames } from "../../model/register.ts";
import { SCHEMA_FOLDER, schemaName, schemaText } from "../contract/json-schema.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm run schemas [-- --check]

Skriver en JSON Schema for hver fil i _data, slik at VS Code og lignende verktøy kan fullføre felter og streke under feil.

  --check  skriver ingenting, men sier fra om noen av dem er gått ut på dato
  --help   denne teksten

Svarer med 0 når alt er i orden, 1 når en fil er gått ut på dato, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

await main(USAGE, { check: { type: "boolean", default: false } }, async ({ check }) => {
  const stale: string[] = [];
  await mkdir(SCHEMA_FOLDER, { recursive: true });
  for (const name of dataFileNames) {
    const path = join(SCHEMA_FOLDER, schemaName(name));
    const text = schemaText(name);
    if ((await readFile(path, "utf8").catch(() => "")) === text) continue;
    stale.push(path);
    if (!check) await writeFile(path, text);
  }
  for (const path of stale) console.log(check ? `Gått ut på dato: ${path}` : `Skrevet: ${path}`);
  if (stale.length === 0) console.log("Alle er oppdatert.");
  else if (check) console.log("Kjør «npm run schemas».");
  return check && stale.length > 0 ? EXIT.content : EXIT.done;
});
