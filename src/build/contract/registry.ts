import { remembering } from "../format/text.ts";
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
  /** The place of an entry. */
  readonly where: (id: string) => Where;
  /** The register's file. */
  readonly file: string;
  readonly report: Report;
}

/** The things of one kind by id. Asking for one that does not exist is told as a problem where it was asked. */
export class Registry<Thing> {
  readonly all: readonly Thing[];
  readonly #byId: ReadonlyMap<string, Thing>;
  readonly #asked = new Set<string>();
  readonly #options: RegistryOptions<Thing>;
  /** What to say of an id that is not there: hundreds of pages may name it. */
  readonly #hint = remembering((id) => suggest(id.replace(/^.*\/|\.[a-z]+$/g, ""), [...this.#byId.keys()]));

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
    const { noun, unknown, complete, file: register, report } = this.#options;
    if (complete) {
      const message = `«${id}» står ikke som id i ${register} (${noun}).${this.#hint(id)}`;
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

  /** Where a field of an entry stands: «_data/figures.json:12». */
  placeOf(id: string, field: string): string {
    const { file, at } = this.#options.where(id);
    return `${file}:${at([field]).line}`;
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
    for (const id of this.#byId.keys()) {
      if (this.#asked.has(id) || except.has(id)) continue;
      const { file, at } = where(id);
      report.add(
        "unused-entry",
        file,
        at(["id"]),
        `Ingenting bruker denne oppføringen (${noun} «${id}»). Ta den bort, eller bruk den.`,
      );
    }
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
  options: Pick<RegistryOptions<Thing>, "noun" | "unknown" | "report">,
  resolve: (row: Row, where: Where) => Thing,
): Registry<Thing> {
  const byId = new Map<string, Thing>();
  const first = new Map<string, Where>();
  rows?.forEach((row, index) => {
    const where = within(located, [key, index]);
    const before = first.get(row.id);
    if (before === undefined) first.set(row.id, where);
    else {
      const message = `Id-en «${row.id}» er brukt før, i ${where.file}:${before.at(["id"]).line}. Gi den ene et annet navn.`;
      options.report.add("duplicate-id", where.file, where.at(["id"]), message);
    }
    byId.set(row.id, shared(resolve(row, where)));
  });
  const start = within(located, [key]);
  const where = (id: string) => first.get(id) ?? start;
  return new Registry(byId, { ...options, complete: rows !== undefined, where, file: start.file });
}

/** A document seen from one of its parts: paths are told from there. */
export function within(located: Located | null, start: Path): Where {
  return { file: located?.file ?? "", at: (path) => located?.at([...start, ...path]) ?? START };
}
