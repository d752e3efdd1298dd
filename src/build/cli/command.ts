import { type ParseArgsConfig, parseArgs } from "node:util";
import { sayEnvironment, UsageFault } from "../output/environment.ts";

/** What every command ends with: done, content at fault, used wrongly, or the environment at fault. */
export const EXIT = { done: 0, content: 1, usage: 2, environment: 3 } as const;

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>["values"];

/**
 * Runs a command with this process's arguments and sets its exit code. `usage` is what `--help` prints; what is not an option is
 * refused unless `names` says that the command takes it.
 * A {@link UsageFault} ends with 2. A failure of the system (a full disk, a folder without rights) is told in a line and ends with 3.
 */
export async function main<const O extends Options>(
  usage: string,
  options: O,
  run: (values: Values<O>, names: readonly string[]) => Promise<number>,
  { names: takesNames = false }: { readonly names?: boolean } = {},
): Promise<void> {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    console.log(usage);
    return;
  }
  let values: Values<O>;
  let names: readonly string[];
  try {
    values = parseArgs<{ options: O }>({ options, ...{ allowPositionals: takesNames } }).values;
    names = parseArgs({ options, allowPositionals: takesNames }).positionals;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exitCode = EXIT.usage;
    return;
  }
  try {
    process.exitCode = await run(values, names);
  } catch (error) {
    const isUsage = error instanceof UsageFault;
    process.exitCode = isUsage ? EXIT.usage : EXIT.environment;
    console.error(isUsage ? error.message : (sayEnvironment(error) ?? error));
  }
}
