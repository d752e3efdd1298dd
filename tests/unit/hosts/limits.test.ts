import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { azure } from "../../../src/build/hosts/azure.ts";
import { cloudflare } from "../../../src/build/hosts/cloudflare.ts";
import { githubPages } from "../../../src/build/hosts/github-pages.ts";
import type { Host, Publication } from "../../../src/build/hosts/host.ts";
import { besideFiles, hosts } from "../../../src/build/hosts/hosts.ts";
import { commonHeaders, fileFault, policyElements, typeOf } from "../../../src/build/hosts/policy.ts";
import { vercel } from "../../../src/build/hosts/vercel.ts";
import { contentPolicy, policyHeaders } from "../../hosts/expect.ts";

const small: Publication = {
  prefix: "/",
  files: [{ path: "index.html", size: 1000 }],
  headers: commonHeaders(["a"], "/", []),
  redirects: [{ from: "/gammel/", to: "/" }],
};
const redirects = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ from: `/gammel-${number}/`, to: "/" }));
const machines = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ path: `data/${number}.json`, size: 10 }));

test("a small site is within every host's limits, and each file for the server is known by its name", () => {
  const written = Object.values<Host>(hosts).map((host) => host.write(small));
  assert.deepEqual(
    written.flatMap(({ faults = [] }) => faults),
    [],
  );
  assert.deepEqual(written.flatMap(({ beside = {} }) => Object.keys(beside)).sort(), besideFiles);
});

for (const [name, host, publication, told] of [
  [
    "Cloudflare Pages' 100 rules",
    cloudflare,
    { files: machines(99) },
    /100 regler i _headers, og nettstedet trenger 101/,
  ],
  [
    "Cloudflare Pages' 20,000 files",
    cloudflare,
    { files: Array.from({ length: 20_001 }, () => ({ path: "index.html", size: 10 })) },
    /20000 filer, og nettstedet har 20001/,
  ],
  [
    "Cloudflare Pages' 2,000 characters",
    cloudflare,
    { headers: { "X-Long": "x".repeat(2000) } },
    /linjer på 2000 tegn/,
  ],
  [
    "Cloudflare Pages' 2,000 redirects",
    cloudflare,
    { redirects: redirects(1001) },
    /2000 videresendinger, og nettstedet har 2002/,
  ],
  [
    "Cloudflare Pages' 25 MiB",
    cloudflare,
    { files: [{ path: "assets/a.12345678.zip", size: 3e7 }] },
    /«assets\/a\.12345678\.zip» er større/,
  ],
  ["Azure's 20 kB", azure, { redirects: redirects(200) }, /tar 20480 byte/],
  ["Vercel's 2,048 rules", vercel, { redirects: redirects(1100) }, /2048 regler/],
  [
    "GitHub Pages' gigabyte",
    githubPages,
    { files: [{ path: "assets/a.12345678.zip", size: 2e9 }] },
    /1 GB, og nettstedet er på 2000 MB/,
  ],
] as const) {
  test(`${name} are told when they are not enough`, () => {
    const [fault, ...others] = host.write({ ...small, ...publication }).faults ?? [];
    assert.match(fault ?? "", told);
    assert.deepEqual(others, []);
  });
}

test("what is just within a limit is not told", () => {
  for (const [host, publication] of [
    [cloudflare, { files: machines(98) }],
    [cloudflare, { redirects: redirects(1000) }],
    [vercel, { redirects: redirects(1022) }],
  ] as const)
    assert.deepEqual(host.write({ ...small, ...publication }).faults, []);
});

test("an old address that is a file's leads on as it is written, and from no folder of that name", () => {
  const moved = { ...small, redirects: [{ from: "/gammel.html", to: "/" }] };
  assert.equal(netlifyRedirects(moved), "/gammel.html / 301\n");
  assert.match(vercel.write(moved).inside?.["vercel.json"] ?? "", /"source": "\/gammel\\\\\.html"/);
  assert.deepEqual(Object.keys(githubPages.write(moved).inside ?? {}), [".nojekyll", "gammel.html"]);
  assert.equal(netlifyRedirects(small), "/gammel/ / 301\n/gammel / 301\n");
});

function netlifyRedirects(publication: Publication): string | undefined {
  return hosts.netlify.write(publication).inside?._redirects;
}

test("every answer lets a page load what is the site's own, run nothing, and be framed by nobody", () => {
  const styles = ["a", "b"];
  assert.deepEqual(
    commonHeaders(styles, "/prisen/", ["index.html", "speculation-rules.json"]),
    policyHeaders(styles, "/prisen/"),
  );
  const own = `content="${contentPolicy(styles)}"`;
  assert.ok(policyElements(styles).includes(own), "and no more in a page's own head");
});

test("a file's type follows from its ending, and from its name where the ending does not tell it", () => {
  for (const [path, type] of [
    ["2017/index.html", "text/html; charset=utf-8"],
    ["sitemap.xml", "application/xml; charset=utf-8"],
    ["feed.xml", "application/atom+xml; charset=utf-8"],
    ["feed.json", "application/feed+json"],
    ["data/innovasjonsprisen.json", "application/json"],
    ["data/innovasjonsprisen.schema.json", "application/schema+json"],
    ["speculation-rules.json", "application/speculationrules+json"],
    ["program.exe", undefined],
  ] as const)
    assert.equal(typeOf(path), type, path);
});

test("Firebase's file names a folder below its own, as its tool wants it, and the guide tells to put it there", () => {
  const { hosting } = JSON.parse(hosts.firebase.write(small).beside?.["firebase.json"] ?? "");
  assert.equal(hosting.public, "dist");
  assert.match(
    readFileSync("docs/publisering.md", "utf8"),
    /`cp deploy\/firebase\.json \. && npx firebase-tools deploy /,
  );
});

test("a file of an unknown type, or one to be kept for ever without a digest in its name, is told", () => {
  assert.match(fileFault("program.exe") ?? "", /type som verten ikke får vite om/);
  for (const name of ["skrift.woff2", "skrift.1234567.woff2"])
    assert.match(fileFault(`assets/${name}`) ?? "", /uten kontrollsum i navnet/);
  assert.equal(fileFault("assets/skrift.12345678.woff2"), null);
});
