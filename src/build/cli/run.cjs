"use strict";
/**
 * Starts a command: `node src/build/cli/run.cjs <command> [its arguments]`. Plain JavaScript, because it must be
 * understood by a Node too old for anything else. It compiles the project's TypeScript into `.cache/code`, once for each
 * state of the code, so that what runs afterwards needs neither a compiler nor a process or thread of one.
 */
const { engines, dependencies, devDependencies } = require("../../../package.json");

/** @param {string} range such as «^20.15.0» */
function fits(range) {
  const [major, minor] = range.slice(1).split(".").map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  return ownMajor === major && ownMinor >= minor;
}

const ranges = engines.node.split(" || ");
if (!ranges.some(fits)) {
  const versions = ranges.map((range) => range.replace(/\^(\d+)(?:\.0)*$|\^(\d+\.\d+).*/, "$1$2"));
  console.error(
    `Node ${process.versions.node} er ikke støttet. Bruk Node ${versions.join(" eller ")} (minst den utgaven); https://nodejs.org/`,
  );
  process.exit(3);
}

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { dirname, join, resolve, sep } = require("node:path");
const { pathToFileURL } = require("node:url");

const CACHE = ".cache";
const CODE = `${CACHE}/code`;
/** A state of the code that nothing has been started of for so many days is thrown away. */
const DAYS_KEPT = 7;
const ELEVENTY = "node_modules/@11ty/eleventy/package.json";

/**
 * The packages that are compiled into the code: loading their hundreds of files one by one would be a fifth of a small build's
 * work, and Eleventy's another fifth. The others bring binaries, look for files of their own, or are rarely asked.
 */
const COMPILED = new Set([
  "@11ty/eleventy",
  "fast-xml-parser", // of which feedsmith needs a small part
  "feedsmith",
  "hyphen",
  "ical-generator",
  "jsonc-parser",
  "leven",
  "luxon",
  "markdown-it",
  "parse5",
  "preact",
  "yaml",
  "zod",
]);

/** What nobody asks Eleventy for here; its server is not written for modules. */
const NEVER_ASKED = ["@11ty/eleventy-dev-server", "nunjucks"];

/**
 * The patterns of Norwegian syllables are one table of nested lists, 0.3 MB long: read as JSON it is there in a tenth of the time.
 * @type {import("esbuild").Plugin}
 */
const TABLE_AS_JSON = {
  name: "table as JSON",
  setup(build) {
    build.onLoad({ filter: /[/\\]hyphen[/\\]patterns[/\\]nb\.js$/ }, ({ path }) => ({
      contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(require(path)))});`,
    }));
  },
};

/** Every file that the compiled code depends on. The content is not code. */
function sources() {
  const rooms = fs
    .readdirSync("src", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "content")
    .map(({ name }) => join("src", name));
  const below = [...rooms, "_includes"].flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const code = below.filter((path) => /\.(?:tsx?|json|cjs)$/.test(path) && !path.endsWith(".d.ts"));
  const others = ["package.json", "package-lock.json", "tsconfig.json", ".eleventy.ts"];
  return [...others.filter((path) => fs.existsSync(path)), ...code.sort()];
}

/** What is loaded by its name: the commands, Eleventy's configuration and the page templates. */
function isEntry(/** @type {string} */ path) {
  const name = path.split(sep).join("/");
  return name === ".eleventy.ts" || /^src\/(?:build\/cli|pages)\/[^/]*\.tsx?$/.test(name);
}

/** Compiles the code unless this state of it is compiled already. Gives the folder that mirrors the project. */
async function compile() {
  const files = sources();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(fs.readFileSync(file)).update("\0");
  const folder = join(CODE, hash.digest("hex").slice(0, 16));
  if (fs.existsSync(folder)) {
    try {
      fs.utimesSync(folder, new Date(), new Date());
    } catch {
      // Somebody else has compiled it, or the disk can only be read: it is the same code.
    }
    return folder;
  }
  const draft = `${folder}.${process.pid}`;
  // Its process lives for half a second, and takes a fifth of that to collect what it has left behind (a setting of Go's).
  process.env.GOGC ??= "off";
  const esbuild = require("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: files.filter(isEntry),
    outbase: ".",
    outdir: draft,
    write: false,
    bundle: true,
    splitting: true,
    external: [
      ...NEVER_ASKED,
      ...Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !COMPILED.has(name)),
    ],
    mainFields: ["module", "main"],
    // For the packages that are CommonJS.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    chunkNames: "src/chunks/[hash]",
    plugins: [TABLE_AS_JSON],
  });
  // Its process would hold 180 MB until this one ends.
  esbuild.stop();
  // Eleventy looks for its description three folders above its own.
  const described = { path: join(draft, "package.json"), contents: fs.readFileSync(ELEVENTY) };
  const written = [...outputFiles, described];
  try {
    for (const folder of new Set(written.map(({ path }) => dirname(path))))
      fs.mkdirSync(folder, { recursive: true });
    // A file that lost its bytes when the power went would stay broken for as long as the code stands still.
    await Promise.all(
      written.map(({ path, contents }) => fs.promises.writeFile(path, contents, { flush: true })),
    );
    fs.renameSync(draft, folder);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
    // Another process has compiled the same meanwhile.
    if (!fs.existsSync(folder)) throw error;
  }
  removeUnused(folder);
  return folder;
}

/**
 * Throws away the states of the code that are used no more, but this one, and what killed processes have begun: each takes 6 MB.
 * @param {string} current
 */
function removeUnused(current) {
  for (const path of fs.readdirSync(CODE).map((name) => join(CODE, name))) {
    const used = fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (path === current || Date.now() - used <= DAYS_KEPT * 86_400_000) continue;
    try {
      fs.rmSync(path, { recursive: true, force: true });
    } catch {
      // Another user's: whoever has compiled it throws it away.
    }
  }
}

/**
 * Ends with 3: nothing ran, so it is the machine, or what is installed on it.
 * @param {unknown} error
 */
function refuse(error) {
  const reason = error instanceof Error ? error.message : error;
  console.error(`Kommandoen kunne ikke starte: ${reason}`);
  process.exit(3);
}

async function start() {
  process.chdir(join(__dirname, "../../.."));
  const [command = "", ...rest] = process.argv.slice(2);
  // Eleventy imports by path as if it were an address, where these signs mean something.
  const sign = /[#%?*]/.exec(process.cwd())?.[0];
  if (sign !== undefined)
    throw new Error(`Stien til prosjektet har tegnet «${sign}». Flytt det eller gi mappen et annet navn.`);
  // What lies behind a link is not looked at: an edit there would not be seen.
  for (const folder of ["src", "src/content", "_data", "_includes", CACHE])
    if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
      throw new Error(
        `«${folder}» er en lenke eller en fil, og skal være en vanlig mappe. Bytt den ut, og prøv igjen.`,
      );
  if (!fs.existsSync("node_modules")) throw new Error("Pakkene mangler. Kjør «npm ci», og prøv igjen.");
  const entry = resolve(await compile(), "src/build/cli", `${command}.js`);
  process.argv.splice(1, process.argv.length, entry, ...rest);
  await import(pathToFileURL(entry).href);
}

start().catch(refuse);
