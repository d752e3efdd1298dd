interface WithAddress {
  readonly settings: { readonly url: string };
}

/**
 * The absolute address of something on this site: the one place where the site's own address
 * («https://kommune.example/prisen/»), with the path that it lies under, and a root-relative one («/2017/») are put together. Both
 * are written as addresses are: the first is one that `URL` has given, and in the other all names are of ASCII's letters.
 */
export function absoluteUrl(site: WithAddress, path: string): string {
  return site.settings.url + path.slice(1);
}

/** A page's own HTML made fit to be read elsewhere: its links and pictures by absolute address, without soft hyphens. */
export function standAlone(site: WithAddress, page: { readonly url: string }, html: string): string {
  return html
    .replaceAll("\u00ad", "")
    .replace(/(?<= (?:href|src)=")[/#][^"]*/g, (path) =>
      absoluteUrl(site, path.startsWith("#") ? `${page.url}${path}` : path),
    );
}
