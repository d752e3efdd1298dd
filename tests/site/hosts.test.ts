import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { OLD, withOldAddresses } from "../hosts/build.ts";
import { copyProject, filesBelow, type Project, pagesOf } from "../support/site.ts";

let project: Project;

before(() => {
  project = copyProject();
  withOldAddresses(project.root);
});
after(() => project.remove());

const dist = () => join(project.root, "dist");
const read = (...path: string[]) => readFileSync(join(project.root, ...path), "utf8");
function build(...args: string[]): string {
  const { code, output } = project.run("build", args);
  assert.equal(code, 0, output);
  return output;
}

test("a host's file is there, and without a host there is nothing for any in dist, and nothing of an earlier build's in deploy", () => {
  build("--host", "nginx");
  const configuration = join(project.root, "deploy/nginx.conf");
  assert.ok(existsSync(configuration));
  // One that somebody has thrown away is there again, though nothing else is to be made.
  rmSync(configuration);
  build("--host", "nginx");
  assert.ok(existsSync(configuration));
  writeFileSync(join(project.root, "deploy/notater.txt"), "mine");
  build("--host", "caddy");
  assert.deepEqual(filesBelow(join(project.root, "deploy")), ["Caddyfile", "notater.txt"]);
  rmSync(join(project.root, "deploy/notater.txt"));
  build();
  assert.ok(!existsSync(join(project.root, "deploy")));
  const strange = filesBelow(dist()).filter((path) => /^[._]|\.(?:br|gz)$|\.config\.json$|vercel/.test(path));
  assert.deepEqual(strange, []);
});

test("the policy lets through the style sheets that the pages carry, and nothing else", async () => {
  const { createHash } = await import("node:crypto");
  build("--host", "nginx");
  const allowed = /style-src ([^;]*);/.exec(read("deploy/nginx.conf"))?.[1];
  const carried = [...pagesOf(dist()).values()].flatMap((html) =>
    [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
      ([, css = ""]) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`,
    ),
  );
  assert.equal(allowed, [...new Set(carried)].sort().join(" "));
  assert.doesNotMatch(read("deploy/nginx.conf"), /unsafe/);
});

test("each compressed file holds the bytes of the one beside it, and is smaller", () => {
  build("--host", "caddy");
  const compressed = filesBelow(dist()).filter((path) => /\.(?:br|gz)$/.test(path));
  const { files }: { files: { path: string }[] } = JSON.parse(read("dist/build-manifest.json"));
  const listed = filesBelow(dist()).filter((path) => path !== "build-manifest.json");
  assert.deepEqual(
    files.map(({ path }) => path),
    listed,
    "and stands in its place among all files of the manifest",
  );
  assert.ok(
    compressed.some((path) => path.endsWith(".br")) && compressed.some((path) => path.endsWith(".gz")),
  );
  for (const path of compressed) {
    const bytes = readFileSync(join(dist(), path));
    const plain = readFileSync(join(dist(), path.slice(0, -3)));
    assert.ok((path.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes)).equals(plain), path);
    assert.ok(bytes.length < plain.length);
  }
});

test("GitHub Pages gets the policy in the pages, and a page that leads on from an old address", () => {
  build("--host", "github-pages");
  for (const [url, html] of pagesOf(dist())) {
    assert.match(
      html,
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*form-action 'none'">/,
      url,
    );
  }
  assert.match(pagesOf(dist()).get(OLD.folder) ?? "", new RegExp(`content="0; url=${OLD.page}"`));
  assert.ok(existsSync(join(dist(), ".nojekyll")));
});

test("a store is told the type and the lifetime of every file, its manifest's last", () => {
  build("--host", "s3");
  const { objects }: { objects: { file: string; contentType: string; cacheControl: string }[] } = JSON.parse(
    read("deploy/s3.json"),
  );
  assert.deepEqual(objects.map(({ file }) => file).sort(), filesBelow(dist()));
  assert.deepEqual(objects.at(-1), {
    key: "build-manifest.json",
    file: "build-manifest.json",
    contentType: "application/json",
    cacheControl: "public, max-age=0, must-revalidate",
  });
});

test("a host that always has a domain to itself refuses a path, and the old site stands", () => {
  build();
  const before = read("dist/build-manifest.json");
  const { code, output } = project.run("build", ["--host", "netlify"], { PATH_PREFIX: "/prisen/" });
  assert.equal(code, 1);
  assert.match(output, /Verten har alltid et domene for seg selv\. Bygg uten PATH_PREFIX/);
  assert.equal(read("dist/build-manifest.json"), before);
});

test("an unknown host is refused with 2, and the known ones are named", () => {
  const { code, output } = project.run("build", ["--host", "apachee"]);
  assert.equal(code, 2);
  assert.match(output, /«apachee» er ikke en vert .*apache, azure, caddy, .*vercel\./);
});

test("the build's identity is its manifest's digest, the same for the same content", () => {
  const [first, second] = [build(), build()];
  assert.match(first, /Byggets kjennetegn: [0-9a-f]{64}/);
  assert.equal(/kjennetegn: (\w+)/.exec(first)?.[1], /kjennetegn: (\w+)/.exec(second)?.[1]);
});
