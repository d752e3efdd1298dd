import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a module of TypeScript in a process of its own and gives what it prints. */
export async function runModule(
  code: string,
  { cwd = process.cwd(), env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> },
): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", code],
    { cwd, env: { ...process.env, ...env }, maxBuffer: 16 * 1024 * 1024 },
  );
  return stdout.trim();
}
