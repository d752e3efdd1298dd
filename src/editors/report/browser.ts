import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";

/** Where to find a browser and how to start it. */
export interface BrowserCommand {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

/** A browser inside a package, for machines without one; this version runs on every Node that the project names. */
const PACKAGE = "@sparticuz/chromium@147";
const FOLDER = resolve(".cache/browser");

/** As far as it is used here: its default export is a class with static methods. */
const BrowserModule = z.object({
  default: z.custom<{ executablePath(): Promise<string> }>(
    (value) =>
      typeof value === "function" && "executablePath" in value && typeof value.executablePath === "function",
  ),
});

/**
 * Finds the browser: the one in CHROMIUM, else an installed one, else one that npm puts into `.cache/browser`.
 * `BROWSER_SEARCH=off` skips the installed ones.
 */
export async function findBrowser(): Promise<BrowserCommand> {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return { executablePath: named, args: ARGS };
  const folders = process.env.BROWSER_SEARCH === "off" ? [] : (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...candidates, ...(folders.length > 0 ? PLACES : [])].find((path) => existsSync(path));
  return found === undefined ? installBrowser() : { executablePath: found, args: ARGS };
}

async function installBrowser(): Promise<BrowserCommand> {
  // Outside Amazon's machines the package unpacks the system libraries that it needs only when this is set.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  const require = createRequire(join(FOLDER, "package.json"));
  if (!existsSync(join(FOLDER, "node_modules"))) {
    console.log(`Fant ingen nettleser. Henter ${PACKAGE} til .cache/browser …`);
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["install", "--prefix", FOLDER, "--no-save", "--ignore-scripts", PACKAGE], {
      stdio: "inherit",
    });
  }
  const module: unknown = await import(pathToFileURL(require.resolve("@sparticuz/chromium")).href);
  const { default: chromium } = BrowserModule.parse(module);
  // Its own arguments ask for a single process, which does not outlive its first window.
  return {
    executablePath: await chromium.executablePath(),
    args: [...ARGS, "--use-gl=angle", "--use-angle=swiftshader"],
  };
}
