import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

/** The page that the examples change. */
export const PAGE = "src/content/2017/holmen-svommehall.md";
const ENGLISH = "src/content/en/index.md";
const PICTURE = "src/content/2017/bilder/vinnere.jpg";

/** An example of a rule, as the rule book gives it. */
export interface Example {
  /** The code block's kind and its text; null when the example is told in words. */
  readonly block: { readonly kind: string; readonly text: string } | null;
}

/** A rule's section in the rule book. */
export interface Section {
  readonly rule: string;
  readonly severity: string;
  readonly wrong: Example;
  readonly right: Example;
}

/** Reads the sections of a rule book: `docs/regler.md` or `docs/sprak.md`. */
export function sectionsOf(book: string): readonly Section[] {
  return book
    .split(/^### (?=`)/m)
    .slice(1)
    .map((section) => {
      const rule = /^`([a-z0-9-]+)`/.exec(section)?.[1] ?? section.slice(0, 40);
      const severity = /^\*\*(Feil|Advarsel|Råd)\.\*\*/m.exec(section)?.[1] ?? "";
      const [, rest = ""] = section.split(/^Galt: ?/m);
      const [wrong = "", right = ""] = rest.split(/^Riktig: ?/m);
      return { rule, severity, wrong: readExample(wrong), right: readExample(right) };
    });
}

function readExample(text: string): Example {
  const block = /^```(.+)\n([\s\S]*?)^```$/m.exec(text);
  if (block === null) return { block: null };
  const decoded = (block[2] ?? "").replace(/\[U\+([0-9A-F]{4})\]/g, (_, code) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  return { block: { kind: block[1] ?? "", text: decoded } };
}

/** Puts an example's block into a copy of the content. Gives the file that it stands in. */
export function place(
  root: string,
  { kind, text }: { readonly kind: string; readonly text: string },
): string {
  const page = readFileSync(join(root, PAGE), "utf8");
  const write = (file: string, content: string): string => {
    writeFileSync(join(root, file), content);
    return file;
  };
  if (kind === "md") return write(PAGE, `${page}\n${text}`);
  if (kind === "en") return write(ENGLISH, `${readFileSync(join(root, ENGLISH), "utf8")}\n${text}`);
  if (kind === "helfil") return write(PAGE, text);
  if (kind === "fil")
    return write(
      text.trim(),
      page.replace(/^title: .*/m, "title: Enda en side").replace(/^order: .*/m, "order: 9"),
    );
  if (kind === "yaml") return write(PAGE, withFields(page, text));
  const register = /^json (\w+)$/.exec(kind)?.[1];
  if (register === undefined) throw new Error(`«${kind}» is no kind of example`);
  const file = `_data/${register}.json`;
  if (register === "site") return write(file, text);
  const data = readFileSync(join(root, file), "utf8");
  return write(file, data.replace(/\[\n/, `[\n${text.trim()},\n`));
}

/** The page with the fields in place of its own of the same name. */
function withFields(page: string, fields: string): string {
  const names = [...fields.matchAll(/^([a-z_]+):/gm)].map(([, name = ""]) => name);
  const bare = names.reduce(
    (text, name) => text.replace(new RegExp(`^${name}:.*\\n(?: .*\\n)*`, "m"), ""),
    page,
  );
  return bare.replace("---\n", `---\n${fields}`);
}

type Make = (root: string) => string | Promise<string>;

const text = (root: string, file: string, content: string | Uint8Array): string => {
  writeFileSync(join(root, file), content);
  return file;
};
const onPage =
  (change: (page: string) => string | Uint8Array): Make =>
  (root) =>
    text(root, PAGE, change(readFileSync(join(root, PAGE), "utf8")));
const asDraft = (root: string, file: string): string =>
  text(root, file, readFileSync(join(root, file), "utf8").replace("---\n", "---\ndraft: true\n"));
const photograph =
  (width: number, file = PICTURE): Make =>
  async (root) =>
    text(root, file, await jpeg(width));
/** Where a mistake in a picture's file is told: at its line in the register. */
const REGISTER = "_data/pictures.json";
const inRegister =
  (change: (register: string) => string): Make =>
  (root) =>
    text(root, REGISTER, change(readFileSync(join(root, REGISTER), "utf8")));
const plain = (width: number) =>
  sharp({ create: { width, height: 400, channels: 3, background: "#0a4a56" } });
const jpeg = (width: number): Promise<Buffer> => plain(width).jpeg().toBuffer();
const png = (): Promise<Buffer> => plain(800).png().toBuffer();
const asIs = onPage((page) => page);

/** The examples that a text cannot show, made from what their words say. */
export const inWords: Readonly<Record<string, { readonly wrong?: Make; readonly right: Make }>> = {
  "special-file": {
    wrong: (root) => {
      symlinkSync(join(root, PAGE), join(root, "src/content/2017/side.md"));
      return "src/content/2017/side.md";
    },
    right: asIs,
  },
  "file-too-large": { wrong: onPage((page) => page + "Hallen er ny.\n".repeat(150_000)), right: asIs },
  "too-much-content": {
    wrong: (root) => {
      const files = Array.from({ length: 61 }, (_, at) => `src/content/side-${at + 10}.md`);
      for (const file of files) writeFileSync(join(root, file), " ".repeat(990_000));
      return "src/content/side-70.md";
    },
    right: asIs,
  },
  "line-too-long": { wrong: onPage((page) => `${page}\n${"ny ".repeat(4000)}\n`), right: asIs },
  "nested-too-deep": {
    wrong: (root) => text(root, "_data/site.json", "[".repeat(60) + "]".repeat(60)),
    right: asIs,
  },
  "missing-file": {
    wrong: (root) => {
      rmSync(join(root, "src/content/kilder.md"));
      return "src/content/kilder.md";
    },
    right: asIs,
  },
  "misplaced-draft": {
    wrong: (root) => asDraft(root, "src/content/om-prisen.md"),
    right: (root) => asDraft(root, place(root, { kind: "fil", text: "src/content/2017/nytt-prosjekt.md" })),
  },
  "link-to-draft": {
    wrong: (root) => {
      asDraft(root, "src/content/2017/losningsjakten.md");
      return "src/content/2017/index.md";
    },
    right: asIs,
  },
  "invalid-utf8": { wrong: onPage((page) => Buffer.from(page, "latin1")), right: asIs },
  "lfs-pointer": { right: asIs },
  "missing-front-matter": { right: asIs },
  "unclosed-front-matter": { right: asIs },
  "foreign-front-matter": { right: asIs },
  "unused-entry": { right: asIs },
  "unregistered-picture": {
    wrong: photograph(800, "src/content/2017/bilder/salen.jpg"),
    right: photograph(800),
  },
  "missing-picture": {
    wrong: inRegister((row) => row.replace(/"standIn": \{[^}]*\}/, '"standIn": null')),
    right: photograph(800),
  },
  "ambiguous-picture": {
    wrong: async (root) => {
      await photograph(800)(root);
      text(root, PICTURE.replace("jpg", "png"), await png());
      return REGISTER;
    },
    right: photograph(800),
  },
  "damaged-picture": {
    wrong: async (root) => {
      const bytes = await jpeg(800);
      text(root, PICTURE, bytes.subarray(0, bytes.length / 2));
      return REGISTER;
    },
    right: photograph(800),
  },
  "picture-type": {
    wrong: async (root) => {
      text(root, PICTURE, await png());
      return REGISTER;
    },
    right: photograph(800),
  },
  "picture-size": {
    wrong: async (root) => {
      await photograph(300)(root);
      return REGISTER;
    },
    right: photograph(1600),
  },
};
