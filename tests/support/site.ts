import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";

const PARTS = [".eleventy.ts", "package.json", "tsconfig.json", "src", "_includes", "_data"];
/** What editors change. */
const CONTENT = ["_data", "src/content"];

/**
 * The content that tests are about, below a root of its own: the site's as it was one day. What the site says today is its editors'
 * matter, and no correction of theirs makes a test fail.
 */
export const SAMPLE = "tests/content";

/** The site's own content, for what must hold whatever editors write. */
export const OWN = ".";

/** A copy of the project in a temporary folder. */
export interface Project {
  readonly root: string;
  run(
    command: "build" | "check" | "deploy-plan" | "edit" | "new" | "report",
    args?: readonly string[],
    env?: NodeJS.ProcessEnv,
    input?: string,
  ): { code: number | null; output: string };
  remove(): void;
}

/** Where the tests' runner has built the sites of the two, for tests that only look at them, and for their caches. */
const BUILT_SITE = { [SAMPLE]: "BUILT_SAMPLE", [OWN]: "BUILT_SITE" } as const;
/** Where some content lies. */
export type ContentRoot = keyof typeof BUILT_SITE;

/** What `npm start` gives to Node, for a preview on a port. */
export function startCommand(port: number): readonly string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  return [...scripts.start.split(" ").slice(1), "--port", String(port)];
}

/**
 * Copies the project with some content into a folder of its own: without what it has built, but with what building has made dearly.
 */
export function copyProject(content: ContentRoot = SAMPLE): Project {
  const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-"));
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  for (const part of CONTENT) rmSync(join(root, part), { recursive: true });
  copyContentInto(root, content);
  const built = process.env[BUILT_SITE[content]];
  for (const kept of built === undefined ? [] : [".cache/code", ".cache/made"])
    cpSync(join(built ?? "", kept), join(root, kept), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  return {
    root,
    run(command, args = [], env = {}, input = "") {
      const result = spawnSync(process.execPath, ["src/build/cli/run.cjs", command, ...args], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, ...env },
        input,
      });
      return { code: result.status, output: result.stdout + result.stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Copies the content, and nothing else, for tests that only read it: forty files, and not five hundred. */
export function copyContent(): Pick<Project, "root" | "remove"> {
  const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-"));
  copyContentInto(root, SAMPLE);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function copyContentInto(root: string, content: ContentRoot): void {
  for (const part of CONTENT) cpSync(join(content, part), join(root, part), { recursive: true });
}

const builtAlone = new Map<ContentRoot, string>();

/** The site of some content, built once for all tests that change nothing in it: its project's root, and `dist`. */
export function builtSite(content: ContentRoot = SAMPLE): { readonly root: string; readonly dist: string } {
  const root = process.env[BUILT_SITE[content]] ?? builtAlone.get(content) ?? buildAlone(content);
  return { root, dist: join(root, "dist") };
}

/** For a test file that is run without the runner. */
function buildAlone(content: ContentRoot): string {
  const project = buildSite(content);
  process.on("exit", () => project.remove());
  builtAlone.set(content, project.root);
  return project.root;
}

/** Builds the site of each content. Gives what tells the tests where they are, and how to remove them; throws as `buildSite`. */
export function buildSites(): { readonly env: NodeJS.ProcessEnv; remove(): void } {
  const [sample, own] = [buildSite(SAMPLE), buildSite(OWN)];
  return {
    env: { [BUILT_SITE[SAMPLE]]: sample.root, [BUILT_SITE[OWN]]: own.root },
    remove() {
      sample.remove();
      own.remove();
    },
  };
}

/** A copy of the project with some content, built. Throws with the build's output when it fails. */
export function buildSite(content: ContentRoot = SAMPLE): Project {
  const project = copyProject(content);
  const { code, output } = project.run("build");
  if (code === 0) return project;
  project.remove();
  throw new Error(output);
}

/** Every file below a folder, by its path with forward slashes, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/** A digest of every file's name and bytes below a folder. */
export function digestOf(folder: string): string {
  const hash = createHash("sha256");
  for (const path of filesBelow(folder)) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  return hash.digest("hex");
}

/** Each HTML page of a built site by its address, with its source. */
export function pagesOf(dist: string): ReadonlyMap<string, string> {
  const pages = filesBelow(dist).filter((path) => path.endsWith(".html"));
  return new Map(
    pages.map((path) => [`/${path.replace(/index\.html$/, "")}`, readFileSync(join(dist, path), "utf8")]),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** What gains nothing from compression. */
const PACKED = [".woff2", ".png", ".jpg", ".webp", ".avif"];

/**
 * Serves a folder as a CDN would: `index.html` for a folder, `404.html` with status 404, compressed with brotli for those
 * who accept it.
 */
export async function serve(folder: string): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.endsWith("/") ? join(path, "index.html") : path;
    const found = existsSync(file) && statSync(file).isFile();
    const sent = found ? file : join(folder, "404.html");
    const type = extname(sent);
    const brotli = !PACKED.includes(type) && /\bbr\b/.test(String(request.headers["accept-encoding"]));
    const bytes = readFileSync(sent);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": TYPES[type] ?? "application/octet-stream",
      ...(brotli ? { "Content-Encoding": "br", Vary: "Accept-Encoding" } : {}),
    });
    response.end(brotli ? brotliCompressSync(bytes) : bytes);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${portOf(server.address())}`, close: () => server.close() };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
