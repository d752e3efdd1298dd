import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import type { Collections } from "../../model/collections.ts";
import { foreignMarkup } from "../checks/page.ts";
import { once } from "../format/once.ts";
import { minifyPage } from "../output/minify.ts";
import { setSheet } from "../output/styles.ts";
import { currentAssets } from "./assets.ts";
import { inCode } from "./run.ts";
import { writtenOut } from "./tsx.ts";

/** Pages that are made by their templates without Eleventy, of what that makes them of, and so the same. */

const Callable = z.custom<(given: object) => unknown>((value) => typeof value === "function");

/** A page template as this site writes them: it paginates over a collection, and shows one entry a page. */
const Template = z.object({
  data: z.object({
    pagination: z.object({ data: z.templateLiteral(["collection.", z.string()]) }),
    permalink: Callable,
  }),
  render: Callable,
});
type Template = z.infer<typeof Template>;

/** Each collection's template, by the collection's name. Eleventy loads them again, and finds all that they import loaded. */
export const currentTemplates = once(async (): Promise<ReadonlyMap<string, Template>> => {
  const folder = inCode("src/pages");
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const modules = await Promise.all(paths.map((path): Promise<unknown> => import(pathToFileURL(path).href)));
  return new Map(
    modules.flatMap((module) => {
      const { data: template } = Template.safeParse(module);
      return template === undefined ? [] : [[nameOf(template), template] as const];
    }),
  );
});

function nameOf({ data }: Template): string {
  return data.pagination.data.slice("collection.".length);
}

/**
 * One page of a build before all others; null when there is none at the address, or when the build will refuse it. Live preview shows
 * it while the rest is made.
 */
export async function earlyPage(url: string, collections: Collections): Promise<string | null> {
  const all = new Map<string, readonly object[]>(Object.entries(collections));
  for (const [name, template] of await currentTemplates()) {
    const { permalink } = template.data;
    const item = all.get(name)?.find((item) => permalink({ item }) === `${url}index.html`);
    if (item === undefined) continue;
    const html = await unlessRefused(await render(template, item));
    return html === null ? null : Buffer.concat(setSheet(html, (await currentAssets()).sheet)).toString();
  }
  return null;
}

/** A project's page, as it is before it is minified. */
export async function renderProject(item: Collections["projects"][number]): Promise<string> {
  const template = (await currentTemplates()).get("projects");
  if (template === undefined) throw new Error("No template makes pages of projects.");
  return render(template, item);
}

async function render(template: Template, item: object): Promise<string> {
  const { data: assets } = await currentAssets();
  return writtenOut(await template.render({ item, assets }));
}

/** A page as it leaves, of what its template wrote, and what it has that no page should. */
export async function readyPage(
  written: string,
): Promise<{ readonly html: string; readonly foreign: readonly string[] }> {
  const minified = minifyPage(written);
  // Most need not be waited for: no other page comes between, and both look at the tags that have been read.
  const html = typeof minified === "string" ? minified : await minified;
  return { html, foreign: await foreignMarkup(html) };
}

/** The same; null when the build will refuse it. */
export async function unlessRefused(written: string): Promise<string | null> {
  const { html, foreign } = await readyPage(written);
  return foreign.length === 0 ? html : null;
}
