import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { freePort } from "../support/port.ts";
import { readCount } from "../support/sequence.ts";
import { copyProject, filesBelow } from "../support/site.ts";

const USAGE = `npm run crash:readers [-- --builds 100]

Serves dist with nginx, and reads every file of it without a pause while the site is built again and again, with and without
a change. Each answer must be the whole file of the old site or of the new one. Needs nginx.

  --builds  how many (100)
  --help    this text

Exits with 0 when every answer was whole, 1 when one was not, 2 when used wrongly, 3 when nginx does not answer.`;

const READERS = 4;

await main(USAGE, { builds: { type: "string", default: "100" } }, (values) =>
  readWhileBuilding(readCount(values.builds)),
);

function nginxFor(dist: string, folder: string, port: number) {
  const config = join(folder, "nginx.conf");
  writeFileSync(
    config,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 2; user root;
     events {} http { access_log off; server { listen 127.0.0.1:${port}; root ${dist}; } }`,
  );
  return spawn("nginx", ["-c", config], { stdio: "ignore" });
}

async function readWhileBuilding(builds: number): Promise<number> {
  const project = copyProject();
  const folder = mkdtempSync(join(tmpdir(), "innovasjonsprisen-nginx-"));
  const dist = join(project.root, "dist");
  const page = join(project.root, "src/content/om-prisen.md");
  const texts = [readFileSync(page, "utf8"), `${readFileSync(page, "utf8")}\nDette avsnittet er nytt.\n`];
  const build = async (text: string) => {
    writeFileSync(page, text);
    const child = spawn(process.execPath, ["src/build/cli/run.cjs", "build"], {
      cwd: project.root,
      stdio: "ignore",
    });
    const code = await new Promise((done) => child.once("exit", done));
    if (code !== 0) throw new Error(`the build ended with ${code}`);
  };
  const sites: Map<string, Buffer>[] = [];
  for (const text of texts) {
    await build(text);
    sites.push(new Map(filesBelow(dist).map((name) => [name, readFileSync(join(dist, name))])));
  }
  const names = [...(sites[0]?.keys() ?? [])].filter((name) => sites.every((site) => site.has(name)));
  const port = await freePort();
  const nginx = nginxFor(dist, folder, port);
  try {
    await setTimeout(500);
    if ((await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) === null) return EXIT.environment;
    let [building, answers, wrong] = [true, 0, 0];
    const read = async () => {
      for (let at = 0; building; at = (at + 1) % names.length) {
        const name = names[at] ?? "";
        const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
        const body = Buffer.from(await answer.arrayBuffer());
        answers++;
        if (answer.status === 200 && sites.some((site) => site.get(name)?.equals(body))) continue;
        wrong++;
        console.error(`${name}: status ${answer.status}, ${body.length} bytes`);
      }
    };
    const readers = Array.from({ length: READERS }, read);
    for (let done = 1; done <= builds; done++) {
      await build(texts[done % 2] ?? "");
      if (done % 20 === 0) console.log(`${done} builds, ${answers} answers, ${wrong} wrong.`);
    }
    building = false;
    await Promise.all(readers);
    console.log(`${builds} builds, ${answers} answers of ${names.length} files, ${wrong} wrong.`);
    return wrong === 0 ? EXIT.done : EXIT.content;
  } finally {
    nginx.kill();
    project.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
