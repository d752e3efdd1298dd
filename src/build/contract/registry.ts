import { shared } from "../output/keys.ts";
import type { Located, Path } from "./located.ts";
import { type Position, type Report, START } from "./problem.ts";
import { suggest } from "./suggest.ts";

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
  /** The place of an entry, by its number in the register. */
  readonly where: (index: number) => Where;
  readonly report: Report;
}

/** The things of one kind by id. Asking for one that does not exist is told as a problem where it was asked. */
export class Registry<Thing> {
  readonly all: readonly Thing[];
  readonly #byId: ReadonlyMap<string, Thing>;
  readonly #asked = new Set<string>();
  readonly #options: RegistryOptions<Thing>;

  constructor(byId: ReadonlyMap<string, Thing>, options: RegistryOptions<Thing>) {
    this.#byId = byId;
    this.#options = options;
    this.all = [...byId.values()];
  }

  /** The thing, or after telling the problem a stand-in of its type, so that the reading goes on. Null for null. */
  find(id: string, where: Where, path: Path): Thing;
  find(id: string | null, where: Where, path: Path): Thing | null;
  find(id: string | null, where: Where, path: Path): Thing | null {
    return id === null ? null : this.findAt(id, where.file, () => where.at(path));
  }

  /** The same, where the place is worked out only when there is something to tell. */
  findAt(id: string, file: string, placeOf: () => Position): Thing {
    this.#asked.add(id);
    const thing = this.#byId.get(id);
    if (thing !== undefined) return thing;
    const { noun, unknown, complete, report } = this.#options;
    if (complete) {
      const hint = suggest(id, [...this.#byId.keys()]);
      const register = this.#options.where(0).file;
      const message = `«${id}» står ikke som id i ${register} (${noun}).${hint}`;
      report.add("unknown-reference", file, placeOf(), message);
    }
    return unknown;
  }

  /** Each of a list of references; one that stands twice is told. */
  findAll(ids: readonly string[], where: Where, path: Path): readonly Thing[] {
    return ids.map((id, index) => {
      if (ids.indexOf(id) < index) {
        this.#options.report.add(
          "duplicate-value",
          where.file,
          where.at([...path, index]),
          `«${id}» står to ganger i listen. Behold ett.`,
        );
      }
      return this.find(id, where, [...path, index]);
    });
  }

  /** Where an entry stands: «_data/figures.json:12». */
  placeOf(id: string, path: Path = ["id"]): string {
    const { file, at } = this.#options.where([...this.#byId.keys()].indexOf(id));
    return `${file}:${at(path).line}`;
  }

  /** A thing that is known to exist. Throws a RangeError when it does not: that is a fault in the build. */
  get(id: string): Thing {
    const thing = this.#byId.get(id);
    if (thing === undefined) throw new RangeError(`${this.#options.noun} «${id}» was never checked`);
    return thing;
  }

  /** Tells every entry that nothing has asked for, except those named. */
  reportUnused(except: ReadonlySet<string>): void {
    const { noun, where, report } = this.#options;
    [...this.#byId.keys()].forEach((id, index) => {
      if (this.#asked.has(id) || except.has(id)) return;
      const { file, at } = where(index);
      report.add(
        "unused-entry",
        file,
        at(["id"]),
        `Ingenting bruker denne oppføringen (${noun} «${id}»). Ta den bort, eller bruk den.`,
      );
    });
  }
}

/** A register's file as read, without rows when it did not hold what it should, which has been told already. */
export interface Register<Row> {
  readonly located: Located | null;
  readonly key: string;
  readonly rows: readonly Row[] | undefined;
}

/** Resolves each row of a register into a registry, and tells ids that stand twice. */
export function register<Row extends { readonly id: string }, Thing extends object>(
  { located, key, rows }: Register<Row>,
  options: Omit<RegistryOptions<Thing>, "complete" | "where">,
  resolve: (row: Row, where: Where) => Thing,
): Registry<Thing> {
  const byId = new Map<string, Thing>();
  const whereIs = (index: number) => within(located, [key, index]);
  rows?.forEach((row, index) => {
    const where = whereIs(index);
    const first = rows.findIndex(({ id }) => id === row.id);
    if (first < index) {
      const message = `Id-en «${row.id}» er brukt før, i ${where.file}:${whereIs(first).at(["id"]).line}. Gi den ene et annet navn.`;
      options.report.add("duplicate-id", where.file, where.at(["id"]), message);
    }
    byId.set(row.id, shared(resolve(row, where)));
  });
  return new Registry(byId, { ...options, complete: rows !== undefined, where: whereIs });
}

/** A document seen from one of its parts: paths are told from there. */
export function within(located: Located | null, start: Path): Where {
  return { file: located?.file ?? "", at: (path) => located?.at([...start, ...path]) ?? START };
}
