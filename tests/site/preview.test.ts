import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { freePort } from "../support/port.ts";
import { copyProject, startCommand } from "../support/site.ts";

const PORT = await freePort();

/** A preview of a copy of the project, until the test ends. */
function startPreview(t: TestContext) {
  const project = copyProject();
  const preview = spawn(process.execPath, startCommand(PORT), {
    cwd: project.root,
    stdio: "ignore",
    env: { ...process.env, PATH_PREFIX: "/prisen/" }, // the preview lies at its host's root all the same
  });
  const ended = once(preview, "exit");
  t.after(async () => {
    preview.kill("SIGINT");
    await ended;
    project.remove();
  });
  return { project, preview };
}

/** A build of a copy of the project that stands by for the word, as the preview starts it. */
function startStandby(t: TestContext) {
  const project = copyProject();
  t.after(() => project.remove());
  assert.equal(project.run("check").code, 0, "the code is compiled");
  const standby = spawn(process.execPath, ["src/build/cli/run.cjs", "rebuild"], {
    cwd: project.root,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return { project, standby };
}

/** Waits until the page says what it should; an edit takes a moment to be seen. Fails after a minute. */
async function seen(url: string, expected: RegExp): Promise<void> {
  let text = "";
  for (let attempt = 0; attempt < 240; attempt++) {
    const answer = await fetch(`http://localhost:${PORT}${url}`, { headers: { Accept: "text/html" } }).catch(
      () => null,
    );
    text = (await answer?.text()) ?? "";
    if (expected.test(text)) return;
    await setTimeout(250);
  }
  assert.match(text, expected);
}

/** The status of an answer to whoever asks for a host of this name. */
async function statusFor(host: string): Promise<number | undefined> {
  const [answer] = await once(get({ port: PORT, host: "localhost", headers: { Host: host } }), "response");
  answer.resume();
  return answer.statusCode;
}

test("live preview sees each kind of edit, and shows a mistake until it is mended", async (t) => {
  const { project, preview } = startPreview(t);
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const path = join(project.root, file);
    const before = readFileSync(path, "utf8");
    assert.ok(before.search(from) !== -1);
    writeFileSync(path, before.replace(from, to));
  };
  await seen("/2017/", /<a href="\/2017\/.*Kort fortalt/s);
  const second = spawnSync(process.execPath, startCommand(await freePort()), {
    cwd: project.root,
    encoding: "utf8",
  });
  assert.equal(second.status, 3);
  assert.match(
    second.stderr,
    new RegExp(`^Forhåndsvisningen er i gang allerede \\(prosess ${preview.pid}\\)`),
  );
  for (const malformed of ["/%", "//"]) {
    const { status } = await fetch(`http://localhost:${PORT}${malformed}`);
    assert.equal(status, 400, malformed);
  }
  for (const outside of [
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/package.json",
    "/2017/..%5c..%5c..%5cpackage.json",
  ]) {
    const { status } = await fetch(`http://localhost:${PORT}${outside}`);
    assert.equal(status, 404, outside);
  }
  const bare = await fetch(`http://localhost:${PORT}/2017`, { redirect: "manual" });
  assert.deepEqual([bare.status, bare.headers.get("location")], [302, "/2017/"]);
  assert.equal(await statusFor("innovasjonsprisen.example"), 400, "a foreign site's page asks");
  const { headers } = await fetch(`http://localhost:${PORT}/data/utgaver.csv`);
  assert.equal(headers.get("content-type"), "text/csv; charset=utf-8", "as hosts are told to send it");
  edit("src/content/2017/index.md", "## Fem feil i året", "## Fem feil hvert år");
  await seen("/2017/", /Fem feil hvert år/);
  edit("_data/people.json", '"role": "ordfører"', '"role": "ordforar"');
  await seen("/2017/", /ordforar i Asker kommune/);
  edit("src/strings/nb.ts", '"Tidslinje"', '"Datoer"');
  await seen("/2017/", /Datoer</);
  edit("_includes/components/Timeline.tsx", 'id="tidslinje"', 'id="datoer"');
  await seen("/2017/", /id="datoer"/);
  edit("src/styles/tokens.css", "#faf8f2", "#faf8f1");
  await seen("/2017/", /#faf8f1/);
  edit("src/content/om-nettstedet.md", "title:", "draft: true\ntitle:");
  await seen("/om-nettstedet/", /Utkast: Leserne ser ikke denne siden/);
  edit("src/content/om-nettstedet.md", /published: .*/, "published: 2099-12-24");
  edit("src/content/om-nettstedet.md", "draft: true", "publishAt: 2099-12-24 08:00");
  await seen("/om-nettstedet/", /før torsdag 24\.\u00a0desember 2099 kl\.\u00a008\.00/);
  writeFileSync(
    join(project.root, "src/content/begynt.md"),
    "---\ntitle: Begynt\ndraft: true\n---\n\nEn setning.\n",
  );
  await seen("/begynt/", /Utkastet er ikke ferdig nok.*begynt\.md, linje 3.*«description» mangler/s);
  edit("src/content/2017/index.md", "title:", "titel:");
  await seen("/2017/", /linje 2, kolonne 1.*Mente du «title»\?/s);
  edit("src/content/2017/index.md", "titel:", "title:");
  await seen("/2017/", /Fem feil hvert år/);
});

test("any number of pages can be open, and one that nobody saw while the site changed is made anew when it is seen", async (t) => {
  const { project } = startPreview(t);
  await seen("/2017/", /Kort fortalt/);
  const browser = await startBrowser();
  t.after(() => browser.close());
  const context = await browser.newContext();
  await context.addInitScript(
    'Object.defineProperty(document, "hidden", { get: () => window.isAway === true })',
  );
  const turn = (page: Page, isAway: boolean) =>
    page.evaluate(`window.isAway = ${isAway}; document.dispatchEvent(new Event("visibilitychange"))`);
  const first = await context.newPage();
  // A browser holds six connections to one host.
  for (let page = first; context.pages().length < 9; page = await context.newPage()) {
    await page.goto(`http://localhost:${PORT}/2017/`);
    await turn(page, true);
  }
  const path = join(project.root, "src/content/2017/index.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("## Fem feil i året", "## Fem feil hvert år"));
  await seen("/2017/", /Fem feil hvert år/);
  await turn(first, false);
  await first.getByText("Fem feil hvert år").first().waitFor();
});

test("a build that stands by ends when whoever would give the word is gone before it could listen", async (t) => {
  const { standby } = startStandby(t);
  standby.disconnect();
  const [code] = await Promise.race([once(standby, "exit"), setTimeout(60_000, ["still there"])]);
  standby.kill("SIGKILL");
  assert.equal(code, 3);
});

test("a build that is under way ends when whoever has given the word, and holds the lock, is gone", async (t) => {
  const { project, standby } = startStandby(t);
  const ended = once(standby, "exit");
  standby.send({ first: ["/2017/"], touched: [] });
  const [page] = await once(standby, "message");
  assert.equal(page.url, "/2017/");
  standby.disconnect();
  assert.deepEqual(await ended, [3, null]);
  assert.ok(!existsSync(join(project.root, ".cache/preview")));
});

test("a build that the system kills is told, and the next save is built", async (t) => {
  const { project, preview } = startPreview(t);
  await seen("/2017/", /Kort fortalt/);
  const standby = Number(
    readFileSync(`/proc/${preview.pid}/task/${preview.pid}/children`, "utf8").split(" ")[0],
  );
  const page = join(project.root, "src/content/2017/index.md");
  process.kill(standby, "SIGSTOP");
  appendFileSync(page, "\nDet gikk bra.\n");
  const told = seen("/2017/", /Byggingen ble stanset av systemet \(SIGKILL\)\. Lagre filen en gang til\./);
  await setTimeout(1000);
  process.kill(standby, "SIGKILL");
  await told;
  appendFileSync(page, "\nOg det også.\n");
  await seen("/2017/", /Og det også\./);
});

test("live preview refuses a port that nobody can listen on", (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  for (const port of ["80", "1023", "65536", "en"]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["src/build/cli/run.cjs", "start", "--port", port],
      {
        cwd: project.root,
        encoding: "utf8",
      },
    );
    assert.equal(status, 2, stderr);
    assert.match(stderr, /er ikke en port\. Bruk et tall fra 1024 til 65535\./);
  }
});
