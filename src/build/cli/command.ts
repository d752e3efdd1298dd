import { type ParseArgsConfig, parseArgs } from "node:util";
import { sayEnvironment, UsageFault } from "../output/environment.ts";

/** What every command ends with: done, content at fault, used wrongly, or the environment at fault. */
export const EXIT = { done: 0, content: 1, usage: 2, environment: 3 } as const;

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: boolean }>>;

/**
 * Runs a command with this process's arguments and sets its exit code. `usage` is what `--help` prints; what is not an option is
 * refused unless `names` says that the command takes it.
 * A {@link UsageFault} ends with 2. A failure of the system (a full disk, a folder without rights) is told in a line and ends with 3.
 */
export async function main<const O extends Options>(
  usage: string,
  options: O,
  run: (values: Parsed<O>["values"], names: readonly string[]) => Promise<number>,
  { names: takesNames = false }: { readonly names?: boolean } = {},
): Promise<void> {
  // Whoever reads what is said may be gone («npm run build | head»): the work goes on, and the exit code tells how it went.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    console.log(usage);
    return;
  }
  let parsed: Parsed<O>;
  try {
    parsed = parseArgs<{ options: O; allowPositionals: boolean }>({ options, allowPositionals: takesNames });
  } catch (error) {
    console.error(`${sayMisuse(error)}\n\n${usage}`);
    process.exitCode = EXIT.usage;
    return;
  }
  // What fails while nobody waits for it, mostly for a reason that is told already: Node itself would end with 1, which is for content.
  process.on("uncaughtException", (error) => {
    if (process.exitCode !== EXIT.environment) tell(error);
    process.exit();
  });
  try {
    process.exitCode = await run(parsed.values, parsed.positionals);
  } catch (error) {
    tell(error);
  }
}

/** Tells why a command failed, and sets this process's exit code. */
function tell(error: unknown): void {
  const isUsage = error instanceof UsageFault;
  process.exitCode = isUsage ? EXIT.usage : EXIT.environment;
  console.error(isUsage ? error.message : (sayEnvironment(error) ?? error));
}

const misuses: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "finnes ikke her",
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "kan ikke stå her; kommandoen gjelder alltid alt",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "har en verdi for lite eller for mye",
};

/** What Node says of arguments in English, in Bokmål. */
function sayMisuse(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message;
  const said = "code" in error ? misuses[String(error.code)] : undefined;
  const [, what] = /'([^']+)'/.exec(text) ?? [];
  return said === undefined || what === undefined ? text : `«${what}» ${said}.`;
}

/** A port that anybody may listen on. Throws a {@link UsageFault} when the text is none. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{4,5}$/.test(text) && port >= 1024 && port <= 65535) return port;
  throw new UsageFault(`«${text}» er ikke en port. Bruk et tall fra 1024 til 65535.`);
}

/** Aborts when the user or the system asks this process to end: from now on that alone does not end it. */
export function interruptionSignal(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => interruption.abort());
  return interruption.signal;
}
