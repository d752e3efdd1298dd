import { type ChildProcess, spawn } from "node:child_process";
import { ask } from "./http.ts";

/** A server that the suite started. */
export interface Server {
  readonly origin: string;
  /** The host name to ask it by, when it serves several. */
  readonly host?: string;
  stop(): Promise<void>;
}

/** A site as built for one host: `root` is what the domain serves, `deploy` holds what is for the server. */
export interface BuiltSite {
  readonly root: string;
  readonly deploy: string;
  /** The path below `root` that the site lies under; «/» for a domain of its own. */
  readonly prefix: string;
}

/** How long a server may take to begin answering, in milliseconds. */
const PATIENCE = 90_000;

/** Starts a server and waits until it answers. What it says is told only when it does not. */
export async function startServer(
  command: string,
  args: readonly string[],
  origin: string,
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Server> {
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const failed = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${command} ended with ${code}:\n${said}`)));
  });
  failed.catch(() => undefined);
  const started = Date.now();
  while (true) {
    const up = await Promise.race([
      ask(`${origin}/`).then(
        () => true,
        () => false,
      ),
      failed,
    ]);
    if (up) return { origin, stop: () => stop(child) };
    if (Date.now() - started > PATIENCE) {
      await stop(child);
      throw new Error(`${command} does not answer:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends the process and those that it started. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  const patience = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), 5000);
  await ended;
  clearTimeout(patience);
}
