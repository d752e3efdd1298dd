import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

const start = process.cwd();
const made: string[] = [];

/** An empty folder that the process stands in from now on; removed when the file's tests are done. */
export async function enterEmptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "innovasjonsprisen-"));
  made.push(folder);
  process.chdir(folder);
  return folder;
}

after(async () => {
  process.chdir(start);
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});
