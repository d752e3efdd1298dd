import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { MANIFEST, type Manifest, readManifest } from "../../src/build/output/manifest.ts";
import { copyProject, type Project } from "../support/site.ts";
import { ask } from "./http.ts";
import { BUCKET, startStore } from "./npm.ts";
import { brokenLinks } from "./reader.ts";
import type { Server } from "./server.ts";

/** How often the upload is killed. */
const TIMES = Number(process.env.UPLOAD_TIMES ?? 5);

/** The commands of docs/publisering.md: what is up is asked for, and then a list at a time. */
const PLAN = `set -e
rclone copyto "store:${BUCKET}/${MANIFEST}" live.json
'${process.execPath}' src/build/cli/run.cjs deploy-plan live.json "dist/${MANIFEST}" --format files --out plan`;
const UPLOAD = `set -e
for list in $(find plan -name '[1-7]-*.txt' | sort); do
  case $list in
    *-delete.txt) rclone delete --files-from-raw "$list" "store:${BUCKET}" ;;
    *) rclone copy --files-from-raw "$list" --no-traverse --checksum dist "store:${BUCKET}" ;;
  esac
done`;

let project: Project;
let folder: string;
let server: Server;
let site: string;
let live: Manifest;
let next: Manifest;

before(async () => {
  project = copyProject();
  folder = mkdtempSync(join(tmpdir(), "upload-"));
  const page = (name: string) => join(project.root, `src/content/${name}.md`);
  const text = (title: string) => `---\ntitle: ${title}\ndescription: En side til.\n---\n\nHer er hjelpen.\n`;
  const linkTo = (name: string) => {
    const front = page("index");
    writeFileSync(
      front,
      `${readFileSync(front, "utf8").replace(/\n\[Hjelp\].*\n/, "")}\n[Hjelp](${name}.md)\n`,
    );
  };
  await photograph("#0a4a56");
  writeFileSync(page("hjelp"), text("Hjelp"));
  linkTo("hjelp");
  live = build("live");
  // What a large change brings: another photograph, a page gone, a page that takes its place, and every page's style.
  await photograph("#b5651d");
  rmSync(page("hjelp"));
  writeFileSync(page("sporsmal"), text("Spørsmål"));
  linkTo("sporsmal");
  const styles = join(project.root, "src/styles/base.css");
  writeFileSync(styles, `${readFileSync(styles, "utf8")}\n.ny { color: inherit; }\n`);
  next = build("dist");
  server = await startStore(join(folder, "store"));
  site = `${server.origin}/${BUCKET}`;
  await run("rclone copy live store:nettsted");
  cpSync(join(folder, "store"), join(folder, "before"), { recursive: true });
});
after(async () => {
  await server?.stop();
  project.remove();
  rmSync(folder, { recursive: true, force: true });
});

function photograph(background: string) {
  return sharp({ create: { width: 800, height: 400, channels: 3, background } })
    .jpeg()
    .toFile(join(project.root, "src/content/2017/bilder/vinnere.jpg"));
}

/** Builds the site, and keeps it under a name. Gives its manifest. */
function build(name: string): Manifest {
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  if (name !== "dist") cpSync(join(project.root, "dist"), join(project.root, name), { recursive: true });
  const manifest = readManifest(readFileSync(join(project.root, "dist", MANIFEST), "utf8"));
  assert.ok(manifest !== null);
  return manifest;
}

function start(script: string): ChildProcess {
  return spawn("sh", ["-c", script], {
    cwd: project.root,
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      AWS_CA_BUNDLE: undefined, // rclone cannot take one of the machine's own
      RCLONE_CONFIG: join(folder, "rclone.conf"),
      RCLONE_CONFIG_STORE_TYPE: "s3",
      RCLONE_CONFIG_STORE_PROVIDER: "Other",
      RCLONE_CONFIG_STORE_ENDPOINT: server.origin,
      RCLONE_CONFIG_STORE_ACCESS_KEY_ID: "S3RVER",
      RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: "S3RVER",
    },
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("exit", (code) => resolve(code)));
}

async function run(script: string): Promise<number> {
  const started = performance.now();
  assert.equal(await ended(start(script)), 0, script);
  return performance.now() - started;
}

/** The store as it was with the old site. */
function reset(): void {
  rmSync(join(folder, "store", BUCKET), { recursive: true });
  cpSync(join(folder, "before", BUCKET), join(folder, "store", BUCKET), { recursive: true });
}

async function assertComplete(): Promise<void> {
  for (const { path } of next.files) {
    const { body } = await ask(`${site}/${path}`);
    assert.ok(body.equals(readFileSync(join(project.root, "dist", path))), path);
  }
  for (const file of live.files) {
    const stays = file.class === "hashed" || next.files.some(({ path }) => path === file.path);
    assert.equal((await ask(`${site}/${file.path}`)).status, stays ? 200 : 404, file.path);
  }
}

test("an upload that nothing disturbs replaces the site, and keeps what its readers may hold", async () => {
  await run(PLAN);
  await run(UPLOAD);
  await assertComplete();
  assert.deepEqual(await brokenLinks(site), []);
});

test(`an upload killed at ${TIMES} random moments leaves a whole site, and completes when it is planned and run again`, async (t) => {
  reset();
  await run(PLAN);
  const whole = await run(UPLOAD);
  let reads = 0;
  for (let time = 0; time < TIMES; time++) {
    reset();
    await run(PLAN);
    const upload = start(UPLOAD);
    const end = ended(upload);
    const moment = Math.random() * whole;
    const killed = new Promise((resolve) => setTimeout(resolve, moment)).then(() => {
      if (upload.exitCode === null && upload.pid !== undefined) process.kill(-upload.pid, "SIGKILL");
    });
    let over = false;
    void Promise.all([killed, end]).then(() => (over = true));
    do {
      assert.deepEqual(await brokenLinks(site), [], `killed after ${Math.round(moment)} ms`);
      reads++;
    } while (!over);
    assert.deepEqual(await brokenLinks(site), [], `killed after ${Math.round(moment)} ms`);
    await run(PLAN);
    await run(UPLOAD);
    await assertComplete();
  }
  t.diagnostic(
    `an undisturbed upload takes ${Math.round(whole)} ms; the site was read ${reads} times during ${TIMES}`,
  );
});
