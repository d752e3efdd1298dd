import { MANIFEST, type Manifest, type ManifestFile } from "../output/manifest.ts";
import { FRESH, IMMUTABLE } from "./policy.ts";

/**
 * The steps of an upload, in the order that keeps a reader's site whole at every moment: nothing is named by a page before
 * it is there, and nothing is taken away before everything is up. The manifest comes after that: the next plan begins with it, so that
 * an upload that stopped is planned again with all that it has left.
 */
export const phases = [
  ["hashed", "Filer med kontrollsum i navnet"],
  ["new-files", "Nye filer for maskiner"],
  ["new-pages", "Nye sider"],
  ["pages", "Endrede sider"],
  ["files", "Endrede filer for maskiner, og oppsett for verten"],
  ["delete", "Slettes når alt det andre er oppe"],
  ["manifest", "Listen over filene, som er kvitteringen for at alt er gjort"],
] as const;

export type PhaseName = (typeof phases)[number][0];

/** A file to upload, with what a store must be told about it. */
export interface PlannedFile {
  readonly path: string;
  readonly type: string | null;
  readonly cacheControl: string;
}

/** What to do to get from the site that is up to a new one. */
export interface Plan {
  /** Every phase in order, also those with nothing to do. */
  readonly phases: readonly { readonly name: PhaseName; readonly files: readonly PlannedFile[] }[];
  /** Full addresses whose copies a CDN shall forget. */
  readonly purge: readonly string[];
}

/**
 * Plans an upload. `manifests` stand in the order of their builds: the last is the new one's, the one before it is of the site
 * that is up (none: nothing is), and those of earlier sites may stand before. Hashed files of the site that is up stay,
 * because a reader or a cache may still hold one of its pages; those that only earlier sites had are taken away.
 */
export function makePlan(manifests: readonly Manifest[]): Plan {
  const next = manifests.at(-1);
  const live = new Map(manifests.at(-2)?.files.map((file) => [file.path, file]));
  if (next === undefined) return { phases: [], purge: [] };
  const changed = next.files.filter(({ path, sha256 }) => live.get(path)?.sha256 !== sha256);
  const kept = new Set(next.files.map(({ path }) => path));
  const gone = new Map(
    manifests
      .slice(0, -1)
      .flatMap(({ files }) => files)
      .filter((file) => !kept.has(file.path) && !(file.class === "hashed" && live.has(file.path)))
      .map((file) => [file.path, file]),
  );
  const filesOf = (name: PhaseName): readonly PlannedFile[] => {
    if (name === "delete") return [...gone.values()].map(planned);
    if (name === "manifest") return changed.length + gone.size === 0 ? [] : [RECEIPT];
    return changed.filter((file) => phaseOf(file, live.has(file.path)) === name).map(planned);
  };
  const stale = [...changed, ...gone.values()].filter(
    (file) => file.encoding === null && (file.class === "page" || file.class === "machine"),
  );
  return {
    phases: phases.map(([name]) => ({ name, files: filesOf(name) })),
    purge: [
      ...stale.map(({ path }) => addressOf(next.base, path)),
      ...(stale.length > 0 ? [next.base + MANIFEST] : []),
    ],
  };
}

const RECEIPT: PlannedFile = { path: MANIFEST, type: "application/json", cacheControl: FRESH };

function phaseOf(file: ManifestFile, isUp: boolean): PhaseName {
  if (file.class === "hashed") return "hashed";
  if (file.class === "page") return isUp ? "pages" : "new-pages";
  return file.class === "machine" && !isUp ? "new-files" : "files";
}

function planned({ path, type, class: kind }: ManifestFile): PlannedFile {
  return { path, type, cacheControl: kind === "hashed" ? IMMUTABLE : FRESH };
}

/** The address of a file, below the site's own: an index page's is its folder's. */
export function addressOf(base: string, path: string): string {
  return base + path.replace(/(^|\/)index\.html$/, "$1");
}
