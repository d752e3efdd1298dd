import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Bytes, CACHE_FOLDER, cachePath, digestOf, sha256, writeNew } from "./cache.ts";
import { type CachedFile, emitCached, type Look, linkedFile, linkOrCopy, lookOf, wholeFile } from "./emit.ts";
import { codeOf } from "./environment.ts";
import { Lines, Notes } from "./notes.ts";
import { SHEET, setSheet } from "./styles.ts";

/**
 * What a finished page, or another file that a template makes, is known by: its digest (SHA-256, in hexadecimal), its size in bytes,
 * and its style sheets' digests (in base64).
 */
export interface PageFacts {
  readonly digest: string;
  readonly size: number;
  readonly styles: readonly string[];
}

const STYLE = /<style>([\s\S]*?)<\/style>/g;

/**
 * The finished pages of this build, with its feeds and calendars: those made now, and those of earlier builds that were made of the
 * very same. The bytes lie in the cache under their own digest; the index tells which page was made of what. Whatever is missing or
 * not as it was when it was put there is made again.
 */
export class FinishedPages {
  /** A part for each folder at the top of the site: a build that makes one page anew writes one of them. */
  readonly #index = new Map<string, Notes<string>>();
  readonly #reused = new Map<string, PageFacts & CachedFile>();
  readonly #made = new Map<string, PageFacts>();
  readonly #keys = new Map<string, string>();
  readonly #base: string;
  readonly #sheet: Buffer;
  readonly #sheetDigest: string;
  /** What the helper has made for the maker, noted in the same way. */
  #lent: Notes<string> | undefined;

  /** `base` stands for what all pages are made of besides the style sheet: the code, the packages. */
  constructor(base: string, sheet: Buffer) {
    this.#base = JSON.stringify([base, sha256(sheet)]);
    this.#sheet = sheet;
    this.#sheetDigest = sha256(sheet, "base64");
  }

  /** Whether an earlier build has made the page that is to have this name in the output, from what the key stands for. */
  has(name: string, key: string): boolean {
    const index = this.#indexFor(name);
    const noted = index.get(key) ?? this.#lent?.get(key) ?? "";
    const [digest = "", size, time, ...styles] = noted.split(" ");
    const look = `${size} ${time}`;
    const file =
      noted === "" ? null : wholeFile(name, { path: pathOf(digest), digest, size: Number(size), look });
    if (file === null) {
      this.#keys.set(name, key);
      return false;
    }
    const page = { ...file, styles };
    index.set(key, page.look === look ? noted : noteOf(page));
    this.#reused.set(name, page);
    return true;
  }

  /** Takes note of what a template made now. Gives its bytes, those of a page with the style sheet in it. */
  add(name: string, made: string): Bytes {
    const bytes = name.endsWith(".html") ? setSheet(made, this.#sheet) : [Buffer.from(made)];
    const styles = [...made.matchAll(STYLE)].map(([, css = ""]) =>
      css === SHEET ? this.#sheetDigest : sha256(css, "base64"),
    );
    const size = bytes.reduce((sum, { length }) => sum + length, 0);
    this.#made.set(name, { digest: digestOf(bytes), size, styles });
    return bytes;
  }

  /** Puts a page that the helper has made into the cache, for the maker. */
  lend(name: string, html: string): void {
    const bytes = this.add(name, html);
    const [facts, key] = [this.#made.get(name), this.#keys.get(name)];
    if (facts === undefined || key === undefined) return;
    const path = pathOf(facts.digest);
    // Not in one step as others, for it is noted only when it is whole.
    const written = replacing(path, () => writeNew(path, bytes));
    this.#lent ??= this.#openLent();
    this.#lent.set(key, noteOf({ ...facts, look: lookOf(written) }));
  }

  /** Takes note of what has been put there until now, in one step. */
  saveLent(): void {
    this.#lent?.save();
  }

  /** Takes up what the helper has put there until now. */
  borrow(): void {
    this.#lent = this.#openLent();
  }

  #openLent(): Notes<string> {
    return Notes.open(["lent pages", this.#base], Lines);
  }

  /** What is known of a page or of what else a template made; undefined for any other file. */
  factsOf(name: string): PageFacts | undefined {
    return this.#made.get(name) ?? this.#reused.get(name);
  }

  /** The earlier pages that stand again in this build, by their names in the output. */
  get reused(): ReadonlyMap<string, CachedFile> {
    return this.#reused;
  }

  /** Puts the pages that are taken from the cache into the output folder, as far as they are not there. */
  place(folder: string): void {
    for (const [name, file] of this.#reused)
      if (linkedFile(name) === undefined) emitCached(folder, name, file);
  }

  /** Puts the pages that were made until now into the cache. They are noted for later builds by `finish`. */
  keep(folder: string): void {
    mkdirSync(CACHE_FOLDER, { recursive: true });
    for (const [name, key] of this.#keys) {
      const facts = this.#made.get(name);
      if (facts === undefined) continue;
      const path = pathOf(facts.digest);
      replacing(path, () => linkOrCopy(join(folder, name), path));
      this.#indexFor(name).set(key, noteOf({ ...facts, look: lookOf(statSync(path)) }));
      this.#keys.delete(name);
    }
  }

  /** Puts the earlier pages into the output folder, and those made now into the cache, for good. */
  finish(folder: string): void {
    this.place(folder);
    this.keep(folder);
    for (const part of this.#index.values()) part.save();
  }

  #indexFor(name: string): Notes<string> {
    const folder = name.slice(0, Math.max(0, name.indexOf("/")));
    const part = this.#index.get(folder) ?? Notes.open(["finished pages", this.#base, folder], Lines);
    this.#index.set(folder, part);
    return part;
  }
}

/**
 * What is noted of a page: its digest, its look in the cache, size first, and its style sheets. The look is that which was found, so
 * that a file with another time is compared by its bytes only once.
 */
function noteOf({ digest, look, styles }: PageFacts & { readonly look: Look }): string {
  return [digest, look, ...styles].join(" ");
}

function pathOf(digest: string): string {
  return cachePath(`${digest}.html`);
}

/** Puts a page where another of the same bytes may lie already, or one that is not whole, which is not written into. */
function replacing<Put>(path: string, put: () => Put): Put {
  try {
    return put();
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    rmSync(path);
    return put();
  }
}
