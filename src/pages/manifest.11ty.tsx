import { colours } from "../build/format/colours.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("site", () => "/manifest.webmanifest");

/** What a device shows when the site is put on its home screen. Addresses are relative: the site may lie under a path. */
export function render({ item }: Given<"site">): string {
  const { settings } = item.site;
  const icon = (size: number, purpose: string) => ({
    src: `icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    name: settings.title,
    short_name: settings.title,
    description: settings.description,
    lang: "nb",
    id: "./",
    start_url: "./",
    scope: "./",
    display: "minimal-ui",
    background_color: colours.paper,
    theme_color: colours.paper,
    icons: [192, 512].flatMap((size) => [icon(size, "any"), icon(size, "maskable")]),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
