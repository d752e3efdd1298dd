/**
 * The absolute address of something on this site: the one place where the site's own address and a root-relative one
 * («/2017/») are put together.
 */
export function absoluteUrl(site: { readonly settings: { readonly url: string } }, path: string): string {
  return new URL(path, site.settings.url).href;
}
