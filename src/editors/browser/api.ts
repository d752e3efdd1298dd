import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as z from "zod";
import { CONTENT, isPicture, placeOf } from "../../build/contract/places.ts";
import { sha256 } from "../../build/output/cache.ts";
import { formOf } from "../form/forms.ts";
import type { FieldProblem } from "../form/where.ts";
import { UPLOADS } from "./config.ts";
import type { Desk } from "./desk.ts";
import { readForm, toForm } from "./entries.ts";
import { findPicture, placedPictures } from "./pictures.ts";

/** No picture is heavier, in bytes; the contract has the same bound. */
const HEAVIEST = 10_000_000;

/** A file that the editor was given, with its bytes. */
export const Asset = z.object({ path: z.string(), content: z.base64(), encoding: z.literal("base64") });
const DataFile = z.object({ path: z.string(), raw: z.string() });
const File = z.object({ path: z.string(), label: z.string().optional() });

/** What Decap CMS asks of its proxy backend (decapcms.org/docs/proxy-backend), as far as it concerns files that are not in review. */
const Request = z.object({
  action: z.string(),
  params: z
    .object({
      folder: z.string().default(""),
      path: z.string().default(""),
      files: z.array(File).default([]),
      paths: z.array(z.string()).optional(),
      dataFiles: z.array(DataFile).default([]),
      assets: z.array(Asset).default([]),
      asset: Asset.optional(),
    })
    .prefault({}),
});

/** An answer to Decap CMS: an HTTP status, and what becomes its JSON. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers Decap CMS: gives each file as its form, and puts what is to be written on the desk, which checks it and formats it. */
export class Api {
  readonly #root: string;
  readonly #desk: Desk;

  constructor(root: string, desk: Desk) {
    this.#root = root;
    this.#desk = desk;
  }

  async answer(body: unknown): Promise<Answer> {
    const { action, params } = Request.parse(body);
    switch (action) {
      case "info":
        return done({ repo: "innovasjonsprisen", publish_modes: ["simple"], type: "local_fs" });
      case "entriesByFolder":
        return done(await this.#folder(params.folder));
      case "entriesByFiles":
        return done(await Promise.all(params.files.map((file) => this.#entry(file))));
      case "getEntry":
        return done(await this.#entry({ path: params.path }));
      case "persistEntry":
        await this.keepUploads(params.assets);
        return this.#save(params.dataFiles);
      case "persistMedia":
        return params.asset === undefined ? refusal("") : this.#upload(params.asset);
      case "getMedia":
        return done(await this.#media());
      case "getMediaFile":
        return done(await this.#mediaFile(params.path));
      case "deleteFile":
      case "deleteFiles":
        return this.#delete(params.paths ?? [params.path]);
      case "getDeployPreview":
        return done(null);
      default:
        return refusal(`Unknown action ${action}`);
    }
  }

  /** Puts pictures where they wait until their form is saved. */
  async keepUploads(assets: readonly z.infer<typeof Asset>[]): Promise<void> {
    await mkdir(join(this.#root, UPLOADS), { recursive: true });
    for (const { path, content } of assets)
      if (isPicture(path))
        await writeFile(join(this.#root, UPLOADS, basename(path)), Buffer.from(content, "base64"));
  }

  /** A file as Decap CMS takes it; without data when there is none, or none that has a form. */
  async #entry({ path, label }: z.infer<typeof File>) {
    const text =
      formOf(path) === null ? null : await readFile(join(this.#root, path), "utf8").catch(() => null);
    const [data, id] = text === null ? [null, null] : [await toForm(this.#root, path, text), sha256(text)];
    return { data, file: { path, label, id } };
  }

  /** A folder's pages; the article among an edition's projects has a form of its own. */
  async #folder(folder: string) {
    const wanted = /\/20\d\d$/.test(folder) ? "project" : "page";
    const names = await readdir(join(this.#root, folder)).catch(() => []);
    const paths = names.map((name) => `${folder}/${name}`);
    const isWanted = (path: string) => placeOf(path)?.kind === wanted;
    return Promise.all(paths.filter(isWanted).map((path) => this.#entry({ path })));
  }

  async #save(files: readonly z.infer<typeof DataFile>[]): Promise<Answer> {
    const forms = new Map(files.map(({ path, raw }) => [path, readForm(path, raw)]));
    if ([...forms.values()].includes(undefined)) return refusal("Skjemaet kunne ikke leses.");
    return outcome(await this.#desk.save(forms), "entry persisted");
  }

  async #upload(asset: z.infer<typeof Asset>): Promise<Answer> {
    if (!isPicture(asset.path))
      return refusal(
        `«${basename(asset.path)}» er ikke et bilde som kan brukes her. Lagre det som JPEG eller PNG.`,
      );
    if (asset.content.length * 0.75 > HEAVIEST)
      return refusal(`Bildet er på over ${HEAVIEST / 1_000_000} MB.`);
    await this.keepUploads([asset]);
    return done(await this.#mediaFile(asset.path));
  }

  async #media() {
    const waiting = await readdir(join(this.#root, UPLOADS)).catch(() => []);
    const paths = [...waiting, ...(await placedPictures(this.#root))];
    return Promise.all(paths.map((path) => this.#mediaFile(path)));
  }

  /** A picture as the media library has it: all in one folder, wherever they lie. */
  async #mediaFile(path: string) {
    const name = basename(path);
    const real = await findPicture(this.#root, path);
    const bytes = await readFile(join(this.#root, real ?? join(UPLOADS, name)));
    const content = bytes.toString("base64");
    return { id: sha256(bytes), content, encoding: "base64", path: `${UPLOADS}/${name}`, name };
  }

  async #delete(paths: readonly string[]): Promise<Answer> {
    const real = await Promise.all(
      paths.map(async (path) => (isPicture(path) ? ((await findPicture(this.#root, path)) ?? path) : path)),
    );
    for (const path of real)
      if (path.startsWith(`${UPLOADS}/`)) await rm(join(this.#root, path), { force: true });
    const content = real.filter((path) => path.startsWith(`${CONTENT}/`) && !path.includes(".."));
    return outcome(content.length === 0 ? [] : await this.#desk.remove(content), "deleted");
  }
}

function done(body: unknown): Answer {
  return { status: 200, body };
}

/** Why it was not done, in words that Decap CMS shows. */
function refusal(error: string): Answer {
  return { status: 422, body: { error } };
}

/** That it was done, when no problem stands against it. */
function outcome(problems: readonly FieldProblem[], message: string): Answer {
  if (problems.length === 0) return done({ message });
  return refusal(problems.map((problem) => `${problem.where}: ${problem.message}`).join("\n"));
}
