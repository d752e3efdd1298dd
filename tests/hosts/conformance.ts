import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { ManifestFile } from "../../src/build/output/manifest.ts";
import { startBrowser } from "../support/browser.ts";
import { Builder, OLD, type SiteToServe } from "./build.ts";
import {
  assertHeaders,
  expectedHeaders,
  FRESH,
  IMMUTABLE,
  leadsTo,
  OPEN,
  ownHeaders,
  sha256,
  urlOf,
} from "./expect.ts";
import { ask, decoded } from "./http.ts";
import { observatoryScore } from "./observatory.ts";
import type { Server } from "./server.ts";
import { type Feature, features, type HostUnderTest, table } from "./table.ts";

/** The servers to try, by name; `tests/hosts/run.ts` says which. */
const chosen = (process.env.HOSTS_UNDER_TEST ?? "").split(",").filter((name) => name !== "");
const BELOW = "/fag/prisen/";
const NOT_FOUND = "404.html";
const PERMANENT = [301, 308];

let builder: Builder;
before(() => {
  builder = new Builder();
});
after(() => builder.remove());

for (const name of chosen) {
  const under = table[name];
  if (under === undefined) throw new Error(`${name} is none of ${Object.keys(table).join(", ")}`);
  describe(under.server, () => suite(under));
}

function suite(under: HostUnderTest): void {
  let site: SiteToServe;
  let server: Server;
  let headers: Readonly<Record<string, string>>;
  before(async () => {
    site = builder.build(under.host, "/");
    headers = expectedHeaders(site);
    server = await under.start(site);
  });
  after(() => server?.stop());

  const get = (path: string, sent: Readonly<Record<string, string>> = {}) => askServer(server, path, sent);
  const ofClass = (name: ManifestFile["class"]) =>
    site.manifest.files.filter((file) => file.class === name && file.encoding === null);
  /** A feature that the server has; or, where the table says that it cannot, the proof that it cannot. */
  const feature = (name: Feature, run: () => Promise<void>) =>
    test(`${under.cannot[name] === undefined ? "" : "cannot: "}${features[name]}`, async () => {
      if (under.cannot[name] === undefined) await run();
      else await assert.rejects(run, `the table says that it cannot: ${under.cannot[name]}`);
    });

  feature("pages", async () => {
    for (const file of ofClass("page")) {
      if (file.path === NOT_FOUND) continue;
      const url = urlOf("/", file.path);
      const answer = await get(url);
      assert.equal(answer.status, 200, url);
      assert.equal(sha256(answer.body), file.sha256, url);
      assertHeaders(answer, ownHeaders(file.path), url);
    }
  });

  feature("headers", async () => {
    for (const url of ["/", "/2017/", `/${ofClass("hashed")[0]?.path}`, "/finnes-ikke/"])
      assertHeaders(await get(url), headers, url);
    for (const { path } of ofClass("machine"))
      assertHeaders(await get(`/${path}`), { ...headers, ...OPEN }, path);
  });

  if (under.cannot.headers === undefined) {
    test("Mozilla's Observatory would give it 150 points", async () => {
      for (const url of ["/", "/2017/", "/finnes-ikke/"])
        assert.equal(observatoryScore((await get(url)).headers), 150, url);
    });
  }

  if (under.debian) {
    test("a browser shows a page by the policy: its style, its font, and nothing refused", async () => {
      const browser = await startBrowser();
      try {
        const page = await browser.newPage();
        const said: string[] = [];
        page.on("console", (message) => said.push(message.text()));
        for (const url of ["/", "/2017/", "/2017/bilder/", "/finnes-ikke/"]) {
          await page.goto(server.origin + url, { waitUntil: "load" });
          const shown = await page.evaluate(async () => {
            const fonts = await document.fonts.ready;
            const loaded = [...fonts].some(({ status }) => status === "loaded");
            return { loaded, margin: getComputedStyle(document.body).margin };
          });
          assert.deepEqual(shown, { loaded: true, margin: "0px" }, url);
        }
        assert.deepEqual(
          said.filter((text) => !/404/.test(text)),
          [],
        );
      } finally {
        await browser.close();
      }
    });
  }

  feature("hashed", async () => {
    assert.ok(ofClass("hashed").length > 0);
    for (const file of ofClass("hashed")) {
      const answer = await get(`/${file.path}`);
      assert.equal(sha256(answer.body), file.sha256, file.path);
      assertHeaders(answer, ownHeaders(file.path, IMMUTABLE), file.path);
    }
  });

  feature("machines", async () => {
    assert.ok(ofClass("machine").length > 0);
    for (const file of ofClass("machine")) {
      const answer = await get(`/${file.path}`);
      assert.equal(sha256(answer.body), file.sha256, file.path);
      assertHeaders(answer, ownHeaders(file.path), file.path);
    }
  });

  feature("redirects", async () => {
    for (const from of [OLD.folder, OLD.folder.slice(0, -1), OLD.file]) {
      const answer = await get(from);
      assert.ok(PERMANENT.includes(answer.status), `${from}: ${answer.status}`);
      assert.equal(leadsTo(answer, from), OLD.page);
    }
  });

  feature("slash", async () => {
    for (const from of ["/2017", "/2017/holmen-svommehall", "/om-prisen"]) {
      const answer = await get(from);
      assert.ok(PERMANENT.includes(answer.status), `${from}: ${answer.status}`);
      assert.equal(leadsTo(answer, from), `${from}/`);
    }
  });

  feature("redirectHeaders", async () => {
    for (const from of ["/2017", OLD.folder, OLD.file]) assertHeaders(await get(from), headers, from);
  });

  feature("notFound", async () => {
    const page = readFileSync(join(site.root, NOT_FOUND));
    const lost = ownHeaders(NOT_FOUND);
    for (const url of [
      "/finnes-ikke/",
      "/2017/finnes-ikke",
      "/finnes-ikke.json",
      "/assets/finnes-ikke.12345678.avif",
      "/assets/",
      "/.htaccess",
    ]) {
      const answer = await get(url);
      assert.equal(answer.status, 404, url);
      assert.ok(answer.body.equals(page), url);
      assertHeaders(answer, lost, url);
      // A browser that has kept the page asks whether it is still the same one, and must be able to show what it gets.
      const { etag = "", "last-modified": modified = "" } = answer.headers;
      for (const asked of [
        { "If-None-Match": etag },
        { "If-Modified-Since": modified },
        { Range: "bytes=0-9" },
      ]) {
        const again = await get(url, asked);
        assert.equal(again.status, 404, url);
        assert.ok(again.body.equals(page), `${url} ${JSON.stringify(asked)}`);
      }
    }
  });

  feature("ranges", async () => {
    const [font] = ofClass("hashed");
    assert.ok(font !== undefined);
    const whole = readFileSync(join(site.root, font.path));
    const part = await get(`/${font.path}`, { Range: "bytes=100-199" });
    assert.equal(part.status, 206);
    assert.equal(part.headers["content-range"], `bytes 100-199/${font.size}`);
    assert.ok(part.body.equals(whole.subarray(100, 200)));
  });

  feature("conditional", async () => {
    for (const url of ["/2017/", `/${ofClass("hashed")[0]?.path}`, "/robots.txt"]) {
      const first = await get(url);
      const tag = first.headers.etag;
      assert.ok(tag !== undefined, `${url} has an ETag`);
      const second = await get(url, { "If-None-Match": tag });
      assert.equal(second.status, 304, url);
      assert.equal(second.body.length, 0);
      assert.equal((await get(url, { "If-None-Match": '"en-annen"' })).status, 200, url);
    }
  });

  for (const [name, accepted] of [
    ["brotli", "br, gzip"],
    ["gzip", "gzip"],
  ] as const) {
    feature(name, async () => {
      for (const file of [...ofClass("page"), ...ofClass("machine")].filter(
        ({ size, type }) => size > 2000 && /text|json|xml/.test(type ?? ""),
      )) {
        if (file.path === NOT_FOUND) continue;
        const url = urlOf("/", file.path);
        const answer = await get(url, { "Accept-Encoding": accepted });
        assert.equal(answer.headers["content-encoding"], name === "brotli" ? "br" : "gzip", url);
        assert.equal(sha256(decoded(answer)), file.sha256, url);
        assert.match(answer.headers.vary ?? "", /accept-encoding/i, url);
        assert.equal(answer.headers["content-language"], undefined, url);
        assertHeaders(answer, ownHeaders(file.path), url);
        const again = await get(url, {
          "Accept-Encoding": accepted,
          "If-None-Match": answer.headers.etag ?? "",
        });
        assert.equal(again.status, 304, url);
      }
      for (const plainly of ["identity", "br;q=0, gzip;q=0.0", "x-br, x-gzip2"]) {
        const plain = await get("/2017/", { "Accept-Encoding": plainly });
        assert.equal(plain.headers["content-encoding"], undefined, plainly);
        assert.match(plain.headers.vary ?? "", /^accept-encoding$/i, plainly);
      }
    });
  }

  feature("prefix", async () => {
    const below = builder.build(under.host, BELOW);
    const expected = expectedHeaders(below);
    const shared = await under.start(below);
    try {
      const page = await askServer(shared, `${BELOW}2017/`);
      assert.equal(page.status, 200);
      assertHeaders(
        page,
        { ...(under.cannot.headers === undefined ? expected : {}), "Cache-Control": FRESH },
        "a page",
      );
      const links = [...page.body.toString().matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(
        ([, url = ""]) => url,
      );
      for (const url of new Set(links)) assert.equal((await askServer(shared, url)).status, 200, url);
      const lost = await askServer(shared, `${BELOW}finnes-ikke/`);
      assert.equal(lost.status, 404);
      assert.ok(lost.body.equals(readFileSync(join(below.root, BELOW, NOT_FOUND))));
      for (const [from, to] of [
        [`${BELOW}2017`, `${BELOW}2017/`],
        [BELOW.slice(0, -1), BELOW],
        [BELOW + OLD.folder.slice(1), BELOW + OLD.page.slice(1)],
      ] as const) {
        const answer = await askServer(shared, from);
        assert.ok([...PERMANENT, 302].includes(answer.status), `${from}: ${answer.status}`);
        assert.equal(leadsTo(answer, from), to);
        if (under.cannot.headers === undefined) assertHeaders(answer, expected, from);
        if (under.debian) assert.doesNotMatch(answer.headers.location ?? "", /^http:/, from);
      }
    } finally {
      await shared.stop();
    }
  });
}

function askServer({ origin, host }: Server, path: string, sent: Readonly<Record<string, string>> = {}) {
  return ask(origin + path, host === undefined ? sent : { ...sent, Host: host });
}
