import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CONTENT, PICTURE_FOLDER } from "../../build/contract/places.ts";
import { languages } from "../../model/language.ts";
import { type DataFileName, dataFileNames } from "../../model/register.ts";
import { dataFilePath } from "../files/registers.ts";
import type { Field } from "../form/fields.ts";
import { formOf } from "../form/forms.ts";
import { REGISTERS, type Widget, widgetsOf } from "./widgets.ts";

/** Where pictures lie from when they are chosen until the form that they belong to is saved. */
export const UPLOADS = ".cache/editor/uploads";

/** The field in the form of a picture that is not in its register: which file it is. */
export const PICTURE_FILE = "file";

const registerNames: Readonly<Record<DataFileName, string>> = {
  site: "Nettstedet",
  prize: "Prisen",
  organisations: "Organisasjoner",
  people: "Personer",
  sources: "Kilder",
  figures: "Tall",
  pictures: "Bilder",
  editions: "Utgaver",
  timeline: "Tidslinjer",
  terms: "Godtatte ord",
};

const body: Widget = {
  name: "body",
  label: "Tekst",
  widget: "text",
  required: false,
  // Decap CMS sets links in hints, but leaves alone what is code.
  hint: "Mellomtittel: `## Slik`. Lenke: `[ord](fil.md)`. Bilde: `![](bilde-id)`. Kilde: `[@kilde-id]`. Mer står i docs/redaktor.md.",
};

const pictureFile: Widget = {
  name: PICTURE_FILE,
  label: "Bildefil",
  widget: "image",
  required: false,
  choose_url: false,
  hint: "Filen får navn etter id-en og havner i mappen til utgaven når du lagrer.",
};

/** The configuration, as far as our own code looks into it. */
export interface EditorConfig {
  readonly collections: readonly Collection[];
  readonly [setting: string]: unknown;
}

/** Files with a form each, or a folder of files with the same form. */
export interface Collection {
  readonly name: string;
  readonly folder?: string;
  readonly fields?: readonly Widget[];
  readonly files?: readonly {
    readonly name: string;
    readonly file: string;
    readonly fields: readonly Widget[];
  }[];
  readonly [setting: string]: unknown;
}

/**
 * Everything that Decap CMS has to know (decapcms.org/docs/configuration-options), made from the model and the files there are. `preview` is
 * where live preview is shown: «http://localhost:8080».
 */
export async function editorConfig(root: string, preview: string): Promise<EditorConfig> {
  const years = await yearsIn(root);
  const foreign = languages.slice(1).filter((language) => existsSync(join(root, CONTENT, language)));
  return {
    backend: { name: "proxy", proxy_url: "/api/v1", branch: "main" },
    load_config_file: false,
    site_url: preview,
    locale: "nb_no",
    media_folder: UPLOADS,
    public_folder: "/",
    slug: { encoding: "ascii", clean_accents: true },
    collections: [
      ...years.flatMap((year) => [
        edition(root, year),
        folder(`prosjekter-${year}`, `Prosjekter ${year}`, "Prosjekt", `${CONTENT}/${year}`),
      ]),
      folder("sider", "Sider", "Side", CONTENT),
      ...foreign.map((language) =>
        folder(`sider-${language}`, `Sider (${language})`, "Side", `${CONTENT}/${language}`),
      ),
      registers(),
    ],
  };
}

/** The years of the editions that have a folder, the newest first. */
export async function yearsIn(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, CONTENT));
  return names
    .filter((name) => /^20\d\d$/.test(name))
    .sort()
    .reverse();
}

/** The pages that an edition always has. */
function edition(root: string, year: string) {
  const files = [
    { name: `artikkel-${year}`, label: `Artikkelen ${year}`, file: `${CONTENT}/${year}/index.md` },
    {
      name: `bilder-${year}`,
      label: `Bildesiden ${year}`,
      file: `${CONTENT}/${year}/${PICTURE_FOLDER}/index.md`,
    },
  ].filter(({ file }) => existsSync(join(root, file)));
  return {
    name: `utgaven-${year}`,
    label: `Utgaven ${year}`,
    delete: false,
    files: files.map((entry) => ({ ...entry, fields: pageWidgets(entry.file) })),
  };
}

/** Pages that can be added to: a new one is called after its title. */
function folder(name: string, label: string, singular: string, path: string) {
  return {
    name,
    label,
    label_singular: singular,
    folder: path,
    extension: "md",
    format: "frontmatter",
    slug: "{{slug}}",
    summary: "{{title}}",
    sortable_fields: ["title"],
    create: true,
    fields: pageWidgets(`${path}/ny.md`),
  };
}

function registers() {
  const files = dataFileNames.map((name) => ({
    name,
    label: registerNames[name],
    file: dataFilePath(name),
    fields: widgetsOf(fieldsAt(dataFilePath(name)), false).map((widget) =>
      name === "pictures" ? withPictureFile(widget) : widget,
    ),
  }));
  return { name: REGISTERS, label: "Registre", delete: false, files };
}

function withPictureFile(widget: Widget): Widget {
  return Array.isArray(widget.fields) ? { ...widget, fields: [pictureFile, ...widget.fields] } : widget;
}

/** First what every page has, then the prose, and last what few pages need. */
function pageWidgets(path: string): readonly Widget[] {
  const widgets = widgetsOf(fieldsAt(path), true);
  const isRare = ({ name }: Widget) => ["changes", "aliases", "draft", "publishAt"].includes(name);
  return [...widgets.filter((widget) => !isRare(widget)), body, ...widgets.filter(isRare)];
}

function fieldsAt(path: string): readonly Field[] {
  return formOf(path)?.fields ?? [];
}
