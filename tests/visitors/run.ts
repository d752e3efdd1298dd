import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { UsageFault } from "../../src/build/output/environment.ts";
import { installBeside, onPath } from "../support/programs.ts";
import { type Look, NOT_FOUND, serveWithNginx } from "./site.ts";

const FOLDER = "tests/visitors";

/** The looks in the order they are taken: what each needs on the machine, and where it is. */
const looks: Readonly<Record<string, { readonly needs: readonly string[]; load(): Promise<Look> }>> = {
  weight: { needs: [], load: async () => (await import("./weight.ts")).weight },
  markup: { needs: ["java"], load: async () => (await import("./markup.ts")).markup },
  text: { needs: ["lynx"], load: async () => (await import("./text.ts")).textBrowser },
  firefox: { needs: ["firefox-esr|firefox"], load: async () => (await import("./firefox.ts")).firefox },
  speed: { needs: [], load: async () => (await import("./speed.ts")).speed },
  lighthouse: { needs: [], load: async () => (await import("./lighthouse.ts")).lighthouseScores },
};

const USAGE = `npm run test:visitors [-- <look> ... --page <address>]

Builds the site for nginx, serves it with brotli by the project's own configuration, and looks at every page in the sitemap
and at the 404 page as visitors do.

  weight      bytes as sent, headers included: at most 14,600 for the page with its style; nothing from another host
  markup      the Nu Html Checker (needs java)
  text        a browser without pictures and styles: everything is there in order (needs lynx)
  firefox     the same words in nearly the same places as in Chromium; no error, nothing too wide (needs Firefox)
  speed       slow 4G, a processor four times slower: LCP below 1.2 s, CLS 0, INP below 200 ms
  lighthouse  100 in all four categories, mobile

  --page      only this page; may be given more than once
  --help      this text

All looks are taken when none is named. The tools are installed into ${FOLDER}, away from the project's own packages. Exits
with 0 when all is well, 1 when something is not, 2 when used wrongly, 3 when a program or the network is missing.`;

async function look(pages: readonly string[] | undefined, names: readonly string[]): Promise<number> {
  if (names.some((name) => !Object.hasOwn(looks, name))) throw new UsageFault(USAGE);
  const chosen = Object.entries(looks).filter(([name]) => names.length === 0 || names.includes(name));
  const needed = ["nginx", ...chosen.flatMap(([, { needs }]) => needs)];
  const missing = needed.filter((names) => !names.split("|").some(onPath));
  if (missing.length > 0) {
    console.error(
      `Not installed: ${missing.join(", ")}. On Debian: apt-get install nginx libnginx-mod-http-brotli-static default-jre-headless firefox-esr lynx`,
    );
    return EXIT.environment;
  }
  if (!installBeside(FOLDER)) return EXIT.environment;
  const site = await serveWithNginx();
  try {
    const sitemap = readFileSync(join(site.dist, "sitemap.xml"), "utf8");
    const known = [...sitemap.matchAll(/<loc>([^<]+)</g)].map(
      ([, address = ""]) => new URL(address).pathname,
    );
    const urls = [...known, NOT_FOUND].filter((url) => pages?.includes(url) ?? true);
    if (urls.length === 0) throw new UsageFault(`No such page: ${pages?.join(", ")}`);
    let faults = 0;
    for (const [name, { load }] of chosen) {
      const takeLook = await load();
      const found = await takeLook({ ...site, urls }, (what) => console.error(`${name} ${what}`));
      for (const fault of found) console.error(`  ✖ ${name} ${fault}`);
      console.log(
        `${found.length === 0 ? "✔" : "✖"} ${name}: ${urls.length} pages, ${found.length} faults\n`,
      );
      faults += found.length;
    }
    return faults === 0 ? EXIT.done : EXIT.content;
  } finally {
    await site.end();
  }
}

await main(USAGE, { page: { type: "string", multiple: true } }, ({ page }, names) => look(page, names), {
  names: true,
});
// A look that broke off may have left its browser open, which would keep this process waiting.
process.exit();
