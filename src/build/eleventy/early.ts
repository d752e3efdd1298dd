import { z } from "zod";
import { foreignMarkup } from "../checks/page.ts";
import { minifyPage } from "../output/minify.ts";
import { currentAssets } from "./assets.ts";
import { currentEntries } from "./collections.ts";
import { loadTemplates } from "./run.ts";
import { writtenOut } from "./tsx.ts";

const Made = z.custom<(given: object) => unknown>((value) => typeof value === "function");

/** A page template as this site writes them: it paginates over a collection, and shows one entry a page. */
const Template = z.object({
  data: z.object({
    pagination: z.object({ data: z.string() }),
    permalink: z.union([z.string(), Made]),
  }),
  render: Made,
});

/**
 * One page of a build before all others, made of what Eleventy makes it of, and so the same; null when there is none at the
 * address, or when the build will refuse it. Live preview shows it while the rest is made.
 */
export async function earlyPage(url: string, entry: string): Promise<string | null> {
  const collections = new Map<string, readonly object[]>(Object.entries(await currentEntries()));
  const assets = (await currentAssets()).data;
  for (const module of await loadTemplates(entry)) {
    const { data: template } = Template.safeParse(module);
    if (template === undefined) continue;
    const { pagination, permalink } = template.data;
    const addressOf = (item: object) => (typeof permalink === "string" ? permalink : permalink({ item }));
    const items = collections.get(pagination.data.slice("collection.".length)) ?? [];
    const item = items.find((item) => addressOf(item) === `${url}index.html`);
    if (item === undefined) continue;
    const html = await minifyPage(writtenOut(await template.render({ item, assets })));
    return foreignMarkup(html).length === 0 ? html : null;
  }
  return null;
}
