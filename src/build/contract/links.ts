import { posix } from "node:path";
import type { Picture, Translation } from "../../model/site.ts";
import { groupBy } from "../format/groups.ts";
import { slug } from "../format/text.ts";
import { isElsewhere, readable, sayUnsafe } from "./addresses.ts";
import type { Document } from "./documents.ts";
import { isPaper, PICTURE_FOLDER, placeOf } from "./places.ts";
import { type Fault, type Report, START } from "./problem.ts";
import { Schedule, type View } from "./schedule.ts";
import { nearest, suggest } from "./suggest.ts";

/** Addresses that the build makes without a content file behind them. */
const GENERATED = [
  "/sitemap.xml",
  "/robots.txt",
  "/feed.xml",
  "/feed.json",
  "/data/utgaver.csv",
  "/data/innovasjonsprisen.json",
  "/data/innovasjonsprisen.schema.json",
];

/** Among more pages than this nobody looks for the one that a dead link was meant for: there may be thousands of such links. */
const MANY = 1000;

/** What a link was meant for that lacks only this before it. */
const LIKELY_SCHEMES: readonly (readonly [pattern: RegExp, scheme: string])[] = [
  [/^(?:www\.|[\p{L}\d.-]+\.(?:no|com|org|net|eu)(?:\/|$))/iu, "https://"],
  [/^[^\s/@]+@[^\s/@]+$/, "mailto:"],
  [/^\+?\d{5,}$/, "tel:"],
];

/** Finds documents by file and by address. */
export class Documents {
  readonly all: readonly Document[];
  /** All that lie there, also those that could not be read as documents. */
  readonly files: ReadonlySet<string>;
  readonly schedule: Schedule;
  /** The addresses that the build makes without a content file behind them. */
  readonly generated = new Set(GENERATED);
  /** By their files, and by their addresses, which begin with «/». */
  readonly #byPath = new Map<string, Document>();
  /** The article of its edition, by the address of each picture's own page. */
  readonly #articles = new Map<string, Document>();
  readonly #origin: string | null;
  /** Pages that stand in several languages, by the address of the one in the site's own. */
  readonly #inLanguages: ReadonlyMap<string, readonly Document[]>;
  /** Addresses and files of pages that lie there but could not be read; their own problems are told. */
  readonly #unread: ReadonlySet<string>;

  /** `origin` is the site's own address. */
  constructor(
    all: readonly Document[],
    files: readonly string[],
    origin: string | null,
    view: View,
    report: Report,
  ) {
    this.all = all;
    this.#origin = origin?.replace(/\/$/, "") ?? null;
    this.schedule = new Schedule(all, view);
    this.files = new Set(files);
    for (const document of all) {
      const { file, place } = document;
      this.#byPath.set(file, document);
      const other = this.#byPath.get(place.url);
      if (other === undefined) this.#byPath.set(place.url, document);
      else {
        const message = `Siden får samme adresse som ${other.file}: ${place.url}. Gi den ene et annet navn.`;
        report.add("duplicate-address", file, START, message);
      }
    }
    const translated = new Set(
      all.flatMap(({ place: { original, url } }) => (original === url ? [] : original)),
    );
    this.#inLanguages = groupBy(
      all.filter(({ place }) => translated.has(place.original)),
      ({ place }) => place.original,
    );
    const unread = files.filter((file) => file.endsWith(".md") && !this.#byPath.has(file));
    this.#unread = new Set(unread.flatMap((file) => [file, placeOf(file)?.url ?? file]));
  }

  /**
   * The address a link in prose leads to, or null when it leads nowhere. Editors link to files («holmen-svommehall.md»,
   * so that GitHub can follow it too), to addresses («/kilder/», also as browsers show them), to headings («#bakgrunn»), and to
   * other sites.
   */
  resolveLink(written: string, from: Document): string | null {
    const target = this.#withoutOrigin(written);
    return sayUnsafe(target) === null ? this.#addressOf(target, this.#find(target, from)) : null;
  }

  /** The address of a link to a page of ours, or of one that leads elsewhere. */
  #addressOf(target: string, page: Document | undefined): string | null {
    if (isElsewhere(target)) return target;
    const [path = "", fragment] = target.split("#", 2);
    if (page === undefined) return fragment === undefined && this.generated.has(path) ? path : null;
    if (fragment === undefined) return page.place.url;
    if (!page.prose.headings.some(({ id }) => id === fragment)) return null;
    return path === "" ? `#${fragment}` : `${page.place.url}#${fragment}`;
  }

  /** Takes note of the pages that the build makes of pictures. Of an edition that has only a part of what these need, that is told. */
  addPictures(pictures: readonly Pick<Picture, "edition" | "url">[]): void {
    for (const { edition, url } of pictures) {
      const [folder, gallery] = [`/${edition}/`, `/${edition}/${PICTURE_FOLDER}/`];
      const article = this.#byPath.get(folder);
      if (article !== undefined) this.#articles.set(url, article);
      if ([folder, gallery].some((page) => this.#byPath.has(page) || this.#unread.has(page)))
        this.generated.add(url);
    }
  }

  /** What is wrong with showing a picture on a page: it links to the picture's own page. Or null. */
  checkPicture({ id, edition, url }: Picture, from: Document): Fault | null {
    if (!this.generated.has(url))
      return [
        "dead-link",
        `Bildet «${id}» hører til utgaven ${edition}, som ikke har noen bildeside å lenke til. Rett «edition» i _data/pictures.json.`,
      ];
    const article = this.#articles.get(url);
    if (article === undefined || !this.schedule.isPremature(from, article)) return null;
    return [
      "link-to-draft",
      `Bildet «${id}» hører til utgaven ${edition}, som leserne ikke ser ennå. Ta det bort, eller la denne siden vente like lenge.`,
    ];
  }

  /** The same page in other languages: the documents that stand in the same place of another language's folder. */
  translationsOf({ place }: Document): readonly Translation[] {
    return (this.#inLanguages.get(place.original) ?? []).flatMap(({ place: { language, url } }) =>
      language === place.language ? [] : [{ language, url }],
    );
  }

  /** What is wrong with a link, or null. */
  checkLink(written: string, from: Document): Fault | null {
    const target = this.#withoutOrigin(written);
    const unsafe = sayUnsafe(target);
    if (unsafe !== null) return ["unsafe-link", unsafe];
    if (target === "") return ["dead-link", "Lenken har ingen adresse. Skriv den mellom «(» og «)»."];
    const to = this.#find(target, from);
    const path = pathOf(target, from);
    if (this.#addressOf(target, to) === null && !this.#unread.has(path))
      return [
        "dead-link",
        `Lenken «${readable(target)}» fører ingen steder: ${this.#sayDead(target, to, from)}`,
      ];
    const seen = to ?? this.#articles.get(path);
    if (seen !== undefined && this.schedule.isPremature(from, seen))
      return [
        "link-to-draft",
        `Leserne ser ikke siden «${target}» ennå. Ta bort lenken, eller la denne siden vente like lenge.`,
      ];
    if (target.startsWith("http:"))
      return ["insecure-link", `Lenken «${target}» er ikke kryptert. Bruk https: om siden har det.`];
    return null;
  }

  /** What is not there, and what was probably meant. */
  #sayDead(target: string, to: Document | undefined, from: Document): string {
    const [path = "", fragment = ""] = target.split("#", 2);
    if (to !== undefined) {
      const ids = to.prose.headings.map(({ id }) => id);
      return `Siden har ingen slik overskrift.${suggest(slug(readable(fragment)), ids)}`;
    }
    if (isPaper(path)) return "Her er bare sider. Skriv hele adressen til dokumentet, med «https://» først.";
    const scheme = LIKELY_SCHEMES.find(([pattern]) => pattern.test(target))?.[1];
    const meant =
      scheme !== undefined
        ? scheme + target
        : ([
            `${path}/`,
            `${path}.md`,
            `${path.replace(/\/$/, "")}/index.md`,
            path.replace(/\.html$/, ".md"),
            path.toLowerCase(),
            path.replace(/^\/?src\/content/, "").replace(/(?:\/index)?\.(?:md|html)$/, "/"),
          ].find((other) => other !== path && this.#find(other, from) !== undefined) ??
          this.#movedFrom(path, from) ??
          nearest(readable(path), this.#addressesFrom(from, path.startsWith("/"))));
    return `Her er ingen slik side.${meant === undefined ? "" : ` Mente du «${meant}»?`}`;
  }

  /** What is wrong with a link in a caption, which stands on several pages: it leads from none of them. Or null. */
  checkCaptionLink(target: string): Fault | null {
    // The front page never waits: a caption may not lead to a page that does.
    const from = this.#byPath.get("/") ?? this.all[0];
    if (from === undefined) return null;
    if (/^[/\\]|:/.test(target) || LIKELY_SCHEMES.some(([pattern]) => pattern.test(target)))
      return this.checkLink(target, from);
    return [
      "dead-link",
      `Lenken «${target}» må skrives med hele adressen her, for eksempel «/2017/holmen-svommehall/».`,
    ];
  }

  /** How to link to the page that once had the address, or stood in the file, that a link names; undefined when none did. */
  #movedFrom(path: string, from: Document): string | undefined {
    if (this.all.length > MANY) return undefined;
    const file = pathOf(path, from);
    const old = path.startsWith("/") ? path : placeOf(file)?.url;
    const page = this.all.find(({ fields }) => fields?.aliases?.some((alias) => alias === old));
    return page === undefined ? undefined : addressFrom(from, page, path.startsWith("/"));
  }

  /** How a page links to each page, by its address or by its file. */
  #addressesFrom(from: Document, byUrl: boolean): readonly string[] {
    if (this.all.length > MANY) return [];
    return this.all.map((page) => addressFrom(from, page, byUrl));
  }

  /** An address of this very site as a link within it. */
  #withoutOrigin(target: string): string {
    const origin = this.#origin;
    if (origin === null || !target.startsWith(origin)) return target;
    const rest = target.slice(origin.length);
    return rest === "" ? "/" : rest.startsWith("/") ? rest : target;
  }

  /** The page that a link leads to: «#bakgrunn» stays on the one where it stands. */
  #find(target: string, from: Document): Document | undefined {
    if (isElsewhere(target)) return undefined;
    return /^(?:#|$)/.test(target) ? from : this.#byPath.get(pathOf(target, from));
  }
}

/** The address or the file that a link names, without its fragment. */
function pathOf(target: string, from: Document): string {
  const path = target.replace(/#.*$/, "");
  return path.startsWith("/") ? path : posix.join(posix.dirname(from.file), path);
}

/** How one page links to another, by its address or by its file. */
function addressFrom(from: Document, { file, place }: Document, byUrl: boolean): string {
  return byUrl ? place.url : posix.relative(posix.dirname(from.file), file);
}
