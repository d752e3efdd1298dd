import assert from "node:assert/strict";
import { test } from "node:test";
import { makePlan } from "../../../src/build/hosts/plan.ts";
import type { Manifest, ManifestFile } from "../../../src/build/output/manifest.ts";

const base = "https://kommune.example/prisen/";

/** A manifest of files written as «path=content»; a compressed one is known by its ending. */
function manifest(...files: string[]): Manifest {
  return { version: 1, base, files: files.map(file) };
}

function file(text: string): ManifestFile {
  const [path = "", content = ""] = text.split("=");
  const plain = path.replace(/\.br$/, "");
  const kind = plain.startsWith("assets/") ? "hashed" : plain.endsWith(".html") ? "page" : "machine";
  return {
    path,
    size: 1,
    sha256: content.padEnd(64, "0"),
    type: "text/html; charset=utf-8",
    class: path.startsWith("_") ? "policy" : kind,
    encoding: path === plain ? null : "br",
  };
}

function steps(...manifests: Manifest[]): Record<string, readonly string[]> {
  const { phases } = makePlan(manifests);
  return Object.fromEntries(
    phases.flatMap(({ name, files }) => (files.length === 0 ? [] : [[name, files.map(({ path }) => path)]])),
  );
}

test("the same build again is nothing to do", () => {
  const built = manifest("index.html=a", "assets/a.1.woff2=b");
  assert.deepEqual(steps(built, built), {});
  assert.deepEqual(makePlan([built, built]).purge, []);
});

test("with nothing up, everything is new: what pages name before the pages, the manifest last", () => {
  const built = manifest("index.html=a", "assets/a.1.woff2=b", "feed.xml=c", "_headers=d");
  assert.deepEqual(Object.entries(steps(built)), [
    ["hashed", ["assets/a.1.woff2"]],
    ["new-files", ["feed.xml"]],
    ["new-pages", ["index.html"]],
    ["files", ["_headers"]],
    ["manifest", ["build-manifest.json"]],
  ]);
});

test("new pages are up before changed ones name them, and feeds name them last", () => {
  const live = manifest("index.html=a", "feed.xml=a");
  const next = manifest("index.html=b", "feed.xml=b", "2018/index.html=c", "2018/kalender.ics=d");
  assert.deepEqual(Object.entries(steps(live, next)), [
    ["new-files", ["2018/kalender.ics"]],
    ["new-pages", ["2018/index.html"]],
    ["pages", ["index.html"]],
    ["files", ["feed.xml"]],
    ["manifest", ["build-manifest.json"]],
  ]);
});

test("a compressed file goes with the one it is made from", () => {
  const plan = steps(
    manifest("index.html=a", "index.html.br=a"),
    manifest("index.html=b", "index.html.br=b"),
  );
  assert.deepEqual(plan.pages, ["index.html", "index.html.br"]);
});

test("a page that is gone is deleted when all else is up, and only then does the manifest forget it; the hashed files of the site that is up stay for its readers", () => {
  const live = manifest("index.html=a", "hjelp/index.html=a", "assets/a.1.woff2=a");
  const next = manifest("index.html=b", "assets/a.2.woff2=b");
  assert.deepEqual(Object.entries(steps(live, next)).slice(-2), [
    ["delete", ["hjelp/index.html"]],
    ["manifest", ["build-manifest.json"]],
  ]);
});

test("a page that is gone is all that there is to do: the manifest tells of it, and then it is deleted", () => {
  const [live, next] = [manifest("index.html=a", "hjelp/index.html=a"), manifest("index.html=a")];
  assert.deepEqual(steps(live, next), { manifest: ["build-manifest.json"], delete: ["hjelp/index.html"] });
});

test("hashed files that only an earlier site had are deleted", () => {
  const [older, live, next] = [
    manifest("assets/a.1.woff2=a", "assets/b.1.woff2=a"),
    manifest("assets/a.2.woff2=a", "assets/b.1.woff2=a"),
    manifest("assets/a.3.woff2=a"),
  ];
  assert.deepEqual(steps(older, live, next).delete, ["assets/a.1.woff2"]);
});

test("a CDN shall forget the addresses of what has changed and of what is gone, as readers write them", () => {
  const live = manifest(
    "index.html=a",
    "2017/index.html=a",
    "hjelp/index.html=a",
    "404.html=a",
    "robots.txt=a",
  );
  const next = manifest(
    "index.html=b",
    "2017/index.html=b",
    "2017/index.html.br=b",
    "404.html=a",
    "robots.txt=a",
    "_headers=b",
  );
  assert.deepEqual(makePlan([live, next]).purge, [
    base,
    `${base}2017/`,
    `${base}hjelp/`,
    `${base}build-manifest.json`,
  ]);
});

test("each file comes with its type and how long it may be kept", () => {
  const [hashed] = makePlan([manifest("assets/a.1.woff2=a")]).phases;
  assert.deepEqual(hashed?.files, [
    {
      path: "assets/a.1.woff2",
      type: "text/html; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    },
  ]);
});
