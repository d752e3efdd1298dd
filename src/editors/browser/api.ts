import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { isPicture, placeOf } from "../../build/contract/places.ts";
import type { FieldProblem } from "../form/where.ts";
import { UPLOADS } from "./config.ts";
import type { Answer, DecapServer } from "./decap-server.ts";
import type { Desk } from "./desk.ts";
import { readForm, toForm } from "./entries.ts";
import { findPicture, placedPictures } from "./pictures.ts";

/** No picture is heavier, in bytes; the contract has the same bound. */
const HEAVIEST = 10_000_000;

const Asset = z.object({ path: z.string(), content: z.base64(), encoding: z.literal("base64") });
const DataFile = z.object({ path: z.string(), raw: z.string() });
const Entry = z.object({ data: z.string().nullable(), file: z.looseObject({ path: z.string() }) });

/** The part of decap-server's protocol that is not only handed on. */
const Request = z.object({
  action: z.string(),
  params: z
    .object({
      branch: z.string().optional(),
      folder: z.string().optional(),
      path: z.string().optional(),
      paths: z.array(z.string()).optional(),
      dataFiles: z.array(DataFile).optional(),
      assets: z.array(Asset).optional(),
      asset: Asset.optional(),
    })
    .default({}),
});

/**
 * Answers Decap CMS. Reading goes to decap-server, and each file comes back as its form; what is to be written goes over the desk,
 * which checks it and formats it.
 */
export class Api {
  readonly #root: string;
  readonly #decap: DecapServer;
  readonly #desk: Desk;

  constructor(root: string, decap: DecapServer, desk: Desk) {
    this.#root = root;
    this.#decap = decap;
    this.#desk = desk;
  }

  async answer(body: unknown): Promise<Answer> {
    const { action, params } = Request.parse(body);
    switch (action) {
      case "entriesByFolder":
      case "entriesByFiles":
        return this.#entries(await this.#decap.ask(body), params.folder);
      case "getEntry": {
        const { status, body: entry } = await this.#decap.ask(body);
        return { status, body: status === 200 ? await this.#asForm(entry) : entry };
      }
      case "persistEntry":
        await this.keepUploads(params.assets ?? []);
        return this.#save(params.dataFiles ?? []);
      case "persistMedia":
        return params.asset === undefined ? refusal([]) : this.#upload(params.asset);
      case "getMedia":
        return this.#media(params.branch);
      case "getMediaFile":
        return { status: 200, body: await this.#mediaFile(params.path ?? "", params.branch) };
      case "deleteFile":
      case "deleteFiles":
        return this.#delete([...(params.paths ?? []), ...(params.path === undefined ? [] : [params.path])]);
      case "info":
      case "unpublishedEntries":
      case "getDeployPreview":
        return this.#decap.ask(body);
      default:
        return { status: 422, body: { error: `Unknown action ${action}` } };
    }
  }

  /** Puts pictures where they wait until their form is saved. */
  async keepUploads(assets: readonly z.infer<typeof Asset>[]): Promise<void> {
    await mkdir(join(this.#root, UPLOADS), { recursive: true });
    for (const { path, content } of assets)
      if (isPicture(path))
        await writeFile(join(this.#root, UPLOADS, basename(path)), Buffer.from(content, "base64"));
  }

  async #asForm(entry: unknown): Promise<unknown> {
    const { data, file } = Entry.parse(entry);
    return { data: data === null ? null : await toForm(this.#root, file.path, data), file };
  }

  /** A folder's pages; the article among an edition's projects has a form of its own. */
  async #entries({ status, body }: Answer, folder: string | undefined): Promise<Answer> {
    if (status !== 200 || !Array.isArray(body)) return { status, body };
    const entries = body.map((entry: unknown) => Entry.parse(entry));
    const wanted = /\/20\d\d$/.test(folder ?? "") ? "project" : "page";
    const isWanted = ({ file }: z.infer<typeof Entry>) =>
      folder === undefined || placeOf(file.path.replace("src/content/", ""))?.kind === wanted;
    return { status, body: await Promise.all(entries.filter(isWanted).map((entry) => this.#asForm(entry))) };
  }

  async #save(files: readonly z.infer<typeof DataFile>[]): Promise<Answer> {
    const forms = new Map(files.map(({ path, raw }) => [path, readForm(path, raw)]));
    if ([...forms.values()].includes(undefined))
      return { status: 422, body: { error: "Skjemaet kunne ikke leses." } };
    const problems = await this.#desk.save(forms);
    return problems.length > 0 ? refusal(problems) : { status: 200, body: { message: "entry persisted" } };
  }

  async #upload(asset: z.infer<typeof Asset>): Promise<Answer> {
    if (!isPicture(asset.path))
      return { status: 422, body: { error: `«${basename(asset.path)}» er ikke et bilde.` } };
    if (asset.content.length * 0.75 > HEAVIEST)
      return { status: 422, body: { error: `Bildet er på over ${HEAVIEST / 1_000_000} MB.` } };
    await this.keepUploads([asset]);
    return { status: 200, body: await this.#mediaFile(asset.path, undefined) };
  }

  async #media(branch: string | undefined): Promise<Answer> {
    await this.keepUploads([]);
    const waiting = await this.#decap.ask({
      action: "getMedia",
      params: { branch: branch ?? "main", mediaFolder: UPLOADS },
    });
    const placed = await placedPictures(this.#root);
    const files = await Promise.all(placed.map((path) => this.#mediaFile(path, branch)));
    return { status: 200, body: [...(Array.isArray(waiting.body) ? waiting.body : []), ...files] };
  }

  /** A picture as the media library has it: all in one folder, wherever they lie. */
  async #mediaFile(path: string, branch: string | undefined): Promise<unknown> {
    const real = await findPicture(this.#root, path);
    const params = { branch: branch ?? "main", path: real ?? path };
    const { body } = await this.#decap.ask({ action: "getMediaFile", params });
    return typeof body === "object" && body !== null
      ? { ...body, path: `${UPLOADS}/${basename(path)}` }
      : body;
  }

  async #delete(paths: readonly string[]): Promise<Answer> {
    const real = await Promise.all(
      paths.map(async (path) => (isPicture(path) ? ((await findPicture(this.#root, path)) ?? path) : path)),
    );
    for (const path of real)
      if (path.startsWith(`${UPLOADS}/`)) await rm(join(this.#root, path), { force: true });
    const content = real.filter((path) => /^(?:src\/content)\//.test(path) && !path.includes(".."));
    const problems = content.length === 0 ? [] : await this.#desk.remove(content);
    return problems.length > 0 ? refusal(problems) : { status: 200, body: { message: "deleted" } };
  }
}

/** What stands against it, in words that Decap CMS shows. */
function refusal(problems: readonly FieldProblem[]): Answer {
  const lines = problems.map(({ where, message }) => `${where}: ${message}`);
  return { status: 422, body: { error: lines.join("\n") } };
}
