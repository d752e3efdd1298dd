import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { EnvironmentFault } from "../../build/output/environment.ts";

/** A language's words. */
export interface Dictionary {
  has(word: string): boolean;
  /** Words like it, the likest first. */
  suggest(word: string): readonly string[];
}

const SUGGESTIONS = 12;

/** The languages that there are dictionaries of, each with what opens it. */
const OPENERS: Readonly<Record<string, () => Promise<Dictionary>>> = {
  nb: () => openTrie("@cspell/dict-nb-no/nb.trie.gz"),
  en: () => openTrie("@cspell/dict-en-gb-mit/en_GB.trie.gz"),
  nn: openNynorsk,
};

const opened = new Map<string, Dictionary>();

/** The dictionary of a language; null when there is none. */
export async function openDictionary(language: string): Promise<Dictionary | null> {
  try {
    const dictionary = opened.get(language) ?? (await OPENERS[language]?.());
    if (dictionary !== undefined) opened.set(language, dictionary);
    return dictionary ?? null;
  } catch (error) {
    if (!(error instanceof Error) || !/MODULE_NOT_FOUND/.test(String(Reflect.get(error, "code"))))
      throw error;
    throw new EnvironmentFault(
      "Språkhjelpen trenger ordlistene, og de er ikke installert. Kjør «npm ci» uten «--omit=dev».",
    );
  }
}

const { resolve } = createRequire(import.meta.url);

/** A package's file, also one that the package does not export by name. */
function pathIn(path: string): string {
  const [name = ""] = /^(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return resolve(name).replace(/[^/\\]+$/, path.slice(name.length + 1));
}

/** Among the commonest words of Bokmål, and in its dictionary only as parts of others. */
const MISSING: ReadonlySet<string> = new Set(["noe", "noen", "noens"]);

async function openTrie(path: string): Promise<Dictionary> {
  const { decodeTrie } = await import("cspell-trie-lib");
  const trie = decodeTrie(gunzipSync(await readFile(pathIn(path))));
  // The trie would put any two words together; which compounds are right, is judged elsewhere.
  const has = (word: string): boolean => {
    const { found, compoundUsed } = trie.findWord(word, { caseSensitive: true });
    return found !== false && !compoundUsed;
  };
  return {
    has: (word) => MISSING.has(word) || has(word),
    suggest: (word) =>
      trie.suggest(word, { numSuggestions: SUGGESTIONS }).filter((other) => !/[^\p{L}]/u.test(other)),
  };
}

/** Nynorsk has no trie; its Hunspell word list takes a second to open, so it is opened only for words marked as Nynorsk. */
async function openNynorsk(): Promise<Dictionary> {
  const { default: nspell } = await import("nspell");
  const [affixes, words] = await Promise.all(
    ["index.aff", "index.dic"].map((file) => readFile(pathIn(`dictionary-nn/${file}`), "utf8")),
  );
  const speller = nspell(affixes ?? "", words);
  return {
    has: (word) => speller.correct(word),
    suggest: (word) => speller.suggest(word).slice(0, SUGGESTIONS),
  };
}
