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
interface RegistryOptions<Unknown> {
  readonly noun: string;
  readonly unknown: Unknown;
  readonly complete: boolean;
  /** The register's file. */
  readonly file: string;
  readonly report: Report;
}

/** A thing, and where its register has it. */
interface Registered<Thing> {
  readonly thing: Thing;
  readonly where: Where;
}

/** The things of one kind by id. Asking for one that does not exist is told as a problem where it was asked. */
export class Registry<Thing, Unknown = Thing> {
  readonly all: readonly Thing[];
  readonly #byId: ReadonlyMap<string, Registered<Thing>>;
  readonly #asked = new Set<string>();
  readonly #options: RegistryOptions<Unknown>;
  /** What to say of an id that is not there: hundreds of pages may name it. */
  readonly #hint = remembering((id) => suggest(id.replace(/^.*\/|\.[a-z]+$/g, ""), [...this.#byId.keys()]));

  constructor(byId: ReadonlyMap<string, Registered<Thing>>, options: RegistryOptions<Unknown>) {
    this.#byId = byId;
    this.#options = options;
    this.all = Array.from(byId.values(), ({ thing }) => thing);
  }

  /** The thing, or after telling the problem what stands in for it, so that the reading goes on. Null for null. */
  find(id: string, where: Where, path: Path): Thing | Unknown;
  find(id: string | null, where: Where, path: Path): Thing | Unknown | null;
  find(id: string | null, where: Where, path: Path): Thing | Unknown | null {
    return id === null ? null : this.findAt(id, where.file, () => where.at(path));
  }

  /** The same, where the place is worked out only when there is something to tell. */
  findAt(id: string, file: string, placeOf: () => Position): Thing | Unknown {
    this.#asked.add(id);
    const known = this.#byId.get(id);
    if (known !== undefined) return known.thing;
    const { noun, unknown, complete, file: register, report } = this.#options;
    if (complete) {
      const message = `«${id}» står ikke som id i ${register} (${noun}).${this.#hint(id)}`;
      report.add("unknown-reference", file, placeOf(), message);
    }
    return unknown;
  }

  /** Each of a list of references; one that stands twice is told. */
  findAll(ids: readonly string[], where: Where, path: Path): readonly (Thing | Unknown)[] {
    return ids.map((id, index) => {
      const own = [...path, index];
      if (ids.indexOf(id) < index) {
        const message = `«${id}» står to ganger i listen. Behold ett.`;
        this.#options.report.add("duplicate-value", where.file, where.at(own), message);
      }
      return this.find(id, where, own);
    });
  }

  /** Where a field of an entry stands: «_data/figures.json:12». */
  placeOf(id: string, field: string): string {
    const { file, at } = this.#known(id).where;
    return `${file}:${at([field]).line}`;
  }

  /** A thing that is known to exist. */
  get(id: string): Thing {
    return this.#known(id).thing;
  }

  /** Throws a RangeError when it is not there: that is a fault in the build. */
  #known(id: string): Registered<Thing> {
    const known = this.#byId.get(id);
    if (known === undefined) throw new RangeError(`${this.#options.noun} «${id}» was never checked`);
    return known;
  }

  /** Tells every entry that nothing has asked for, except those named. */
  reportUnused(except: ReadonlySet<string>): void {
    const { noun, report } = this.#options;
    for (const [id, { where }] of this.#byId) {
      if (this.#asked.has(id) || except.has(id)) continue;
      const message = `Ingenting bruker denne oppføringen (${noun} «${id}»). Ta den bort, eller bruk den.`;
      report.add("unused-entry", where.file, where.at(["id"]), message);
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
export function register<Row extends { readonly id: string }, Thing extends object, Unknown>(
  { located, key, rows }: Register<Row>,
  options: Pick<RegistryOptions<Unknown>, "noun" | "unknown" | "report">,
  resolve: (row: Row, where: Where) => Thing,
): Registry<Thing, Unknown> {
  const byId = new Map<string, Registered<Thing>>();
  rows?.forEach((row, index) => {
    const where = within(located, [key, index]);
    const first = byId.get(row.id)?.where ?? where;
    if (first !== where) {
      const message = `Id-en «${row.id}» er brukt før, i ${where.file}:${first.at(["id"]).line}. Gi den ene et annet navn.`;
      options.report.add("duplicate-id", where.file, where.at(["id"]), message);
    }
    byId.set(row.id, { thing: shared(resolve(row, where)), where: first });
  });
  return new Registry(byId, { ...options, complete: rows !== undefined, file: located?.file ?? "" });
}

/** A document seen from one of its parts: paths are told from there. */
export function within(located: Located | null, start: Path): Where {
  return { file: located?.file ?? "", at: (path) => located?.at([...start, ...path]) ?? START };
}
