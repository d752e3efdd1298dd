import { ask } from "./http.ts";

/**
 * Reads a site as a visitor with all the time in the world: from the front page to everything that a page names. Gives what
 * is named and not there, as «page → address». A page that has meanwhile come to name something else is read again.
 */
export async function brokenLinks(site: string): Promise<readonly string[]> {
  const seen = new Set<string>();
  const queue = ["/"];
  const broken: string[] = [];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const names = await namedBy(site, url);
    for (const named of names) {
      if (named.endsWith("/")) queue.push(named);
      if (await isThere(site, named)) continue;
      if ((await namedBy(site, url)).includes(named)) broken.push(`${url} → ${named}`);
    }
  }
  return broken;
}

async function namedBy(site: string, url: string): Promise<readonly string[]> {
  const { status, body } = await ask(`${site}${url}index.html`);
  if (status !== 200) return [];
  const html = body.toString();
  const addresses = [
    ...[...html.matchAll(/(?:href|src)="(\/[^"#]*)|url\((\/[^)]*)\)/g)].map(([, a, b]) => a ?? b ?? ""),
    ...[...html.matchAll(/srcset="([^"]*)"/g)].flatMap(([, set = ""]) =>
      set.split(",").map((part) => part.trim().split(" ")[0] ?? ""),
    ),
  ];
  return [...new Set(addresses)];
}

/** S3 replaces an object in one step; s3rver writes its bytes first and what it knows of it after, and may miss it in between. */
const SECOND_LOOK_MS = 200;

async function isThere(site: string, url: string): Promise<boolean> {
  const look = () => ask(site + url + (url.endsWith("/") ? "index.html" : ""), {}, "HEAD");
  if ((await look()).status === 200) return true;
  await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
  return (await look()).status === 200;
}
