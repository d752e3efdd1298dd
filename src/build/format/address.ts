/**
 * The absolute address of something on this site: the one place where the site's own address
 * («https://kommune.example/prisen/»), with the path that it lies under, and a root-relative one («/2017/») are put together.
 */
export function absoluteUrl(site: { readonly settings: { readonly url: string } }, path: string): string {
  return new URL(path.slice(1), site.settings.url).href;
}
