import type { Located, Path } from "./located.ts";
import { type Position, type Report, START } from "./problem.ts";
import { suggest } from "./schema.ts";

/** A place in a document that something refers from. */
export interface Where {
  readonly file: string;
  at(path: Path): Position;
}

/** What the problems call the things, what stands in for a missing one, and whether the register could be read. */
interface RegistryOptions<Thing> {
  readonly noun: string;
  readonly unknown: Thing;
  readonly complete: boolean;
  readonly report: Report;
}

/** The things of one kind by id. Asking for one that does not exist is told as a problem where it was asked. */
export class Registry<Thing> {
  readonly all: readonly Thing[];
  readonly #byId: ReadonlyMap<string, Thing>;
  readonly #options: RegistryOptions<Thing>;

  constructor(byId: ReadonlyMap<string, Thing>, options: RegistryOptions<Thing>) {
    this.#byId = byId;
    this.#options = options;
    this.all = [...byId.values()];
  }

  /** The thing, or after telling the problem a stand-in of its type, so that the reading goes on. */
  find(id: string, where: Where, path: Path): Thing {
    return this.findAt(id, where.file, where.at(path));
  }

  findAt(id: string, file: string, position: Position): Thing {
    const thing = this.#byId.get(id);
    if (thing !== undefined) return thing;
    const { noun, unknown, complete, report } = this.#options;
    if (complete) {
      report.add(
        "unknown-reference",
        file,
        position,
        `Det finnes ingen ${noun} med id «${id}».${suggest(id, [...this.#byId.keys()])}`,
      );
    }
    return unknown;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }
}

/** A register's file as read; null when it did not hold what it should, which has been told already. */
export interface Register<Row> {
  readonly located: Located | null;
  readonly key: string;
  readonly rows: readonly Row[] | null;
}

/** Resolves each row of a register into a registry, and tells ids that stand twice. */
export function register<Row extends { readonly id: string }, Thing>(
  { located, key, rows }: Register<Row>,
  options: Omit<RegistryOptions<Thing>, "complete">,
  resolve: (row: Row, where: Where) => Thing,
): Registry<Thing> {
  const byId = new Map<string, Thing>();
  rows?.forEach((row, index) => {
    const where = within(located, [key, index]);
    if (byId.has(row.id)) {
      options.report.add(
        "duplicate-id",
        where.file,
        where.at(["id"]),
        `Id-en «${row.id}» er brukt før i samme fil. Gi den ene et annet navn.`,
      );
    }
    byId.set(row.id, resolve(row, where));
  });
  return new Registry(byId, { ...options, complete: rows !== null });
}

/** A document seen from one of its parts: paths are told from there. */
export function within(located: Located | null, start: Path): Where {
  return { file: located?.file ?? "", at: (path) => located?.at([...start, ...path]) ?? START };
}
