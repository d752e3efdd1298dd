import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Random } from "../mutation/random.ts";
import { freePort } from "../support/port.ts";
import { copyProject, filesBelow, startCommand } from "../support/site.ts";
import { copySources, steps } from "./steps.ts";

/** What live preview adds to a page. */
const RELOAD = /<script>[^<]*EventSource[^<]*<\/script>$/;

/** The page that is open all the time: what is edited most. */
const OPEN = "/2017/";

export interface Truth {
  /** What was served otherwise than a clean build of the same sources would have it. */
  readonly lies: readonly string[];
  /** How many steps left sources that cannot be built. */
  readonly broken: number;
  /** How much the preview's memory has grown after the first steps, in megabytes. */
  readonly growth: number;
  /** Whether the port was free after Ctrl+C. */
  readonly freed: boolean;
}

/** Does random things to a project while its preview runs, and holds what is served against a clean build each time. */
export async function tellTruth(
  count: number,
  seed: number,
  progress: (done: number) => void,
): Promise<Truth> {
  const random = new Random(seed);
  const [project, clean] = [copyProject(), copyProject()];
  const history = mkdtempSync(join(tmpdir(), "innovasjonsprisen-history-"));
  const snapshots: string[] = [];
  const keep = () => {
    const folder = join(history, String(snapshots.length));
    mkdirSync(folder);
    copySources(project.root, folder);
    snapshots.push(folder);
  };
  keep();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const preview = spawn(process.execPath, startCommand(port), { cwd: project.root, stdio: "ignore" });
  const lies: string[] = [];
  const known = new Set<string>();
  let [broken, settled, wasBroken] = [0, 0, false];
  try {
    while ((await fetch(origin).catch(() => null)) === null) await setTimeout(100);
    const shown: Promise<string>[] = [];
    void openPage(origin, shown);
    for (let done = 1; done <= count; done++) {
      const name = wasBroken && random.below(2) === 0 ? "mend everything" : random.pick(Object.keys(steps));
      await Promise.all(shown);
      shown.length = 0;
      steps[name]?.(project.root, random, snapshots);
      copySources(project.root, clean.root);
      const served = fetch(origin, { headers: { Accept: "text/html" } });
      const { code } = await new Promise<{ code: number | null }>((ended) =>
        spawn(process.execPath, ["src/build/cli/run.cjs", "build"], {
          cwd: clean.root,
          stdio: "ignore",
        }).once("exit", (code) => ended({ code })),
      );
      const { status } = await served;
      wasBroken = code !== 0;
      if (wasBroken) broken++;
      if ((status === 500) !== wasBroken)
        lies.push(`${done} ${name}: status ${status}, the build ended with ${code}`);
      if (!wasBroken) {
        for (const lie of await differences(origin, join(clean.root, "dist"), known))
          lies.push(`${done} ${name}: ${lie}`);
        const built = readFileSync(join(clean.root, "dist", OPEN, "index.html"), "utf8");
        for (const html of await Promise.all(shown))
          if (html.replace(RELOAD, "") !== built)
            lies.push(`${done} ${name}: ${OPEN} was shown otherwise first`);
        if (snapshots.length < 5) keep();
      }
      if (done === Math.min(20, count)) settled = memoryOf(preview.pid);
      progress(done);
    }
    const growth = memoryOf(preview.pid) - settled;
    const ended = new Promise((exit) => preview.once("exit", exit));
    preview.kill("SIGINT");
    await ended;
    const freed = (await fetch(origin).catch(() => null)) === null;
    return { lies, broken, growth, freed };
  } finally {
    preview.kill("SIGKILL");
    for (const { remove } of [project, clean]) remove();
    rmSync(history, { recursive: true });
  }
}

/** Loads a page again whenever an open one would, and keeps what it is given; until the preview ends. */
async function openPage(origin: string, shown: Promise<string>[]): Promise<void> {
  const { body } = await fetch(`${origin}/__endringer?0${OPEN}`);
  const load = async () => (await fetch(origin + OPEN, { headers: { Accept: "text/html" } })).text();
  try {
    for await (const _ of body ?? []) shown.push(load().catch((error) => `${error}`));
  } catch {
    // The preview has ended.
  }
}

/** Each file that is not served as it was built, and each file of an earlier build that still is. */
async function differences(origin: string, dist: string, known: Set<string>): Promise<readonly string[]> {
  const built = new Set(filesBelow(dist));
  for (const name of built) known.add(name);
  const lies: string[] = [];
  for (const name of known) {
    const answer = await fetch(`${origin}/${name}`);
    const body = Buffer.from(await answer.arrayBuffer());
    if (!built.has(name)) {
      if (answer.status !== 404) lies.push(`${name} is still served`);
      continue;
    }
    const file = readFileSync(join(dist, name));
    const same = name.endsWith(".html")
      ? body.toString().replace(RELOAD, "") === file.toString()
      : body.equals(file);
    if (answer.status !== 200 || !same) lies.push(`${name} is not as built`);
  }
  return lies;
}

/** The memory that a process holds, in megabytes; 0 where the system does not say. */
function memoryOf(pid: number | undefined): number {
  if (process.platform !== "linux") return 0;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}
