import { colours } from "../format/colours.ts";
import { cached, versionOf } from "../output/cache.ts";

/**
 * The site's sign, a circle on a line, as an icon. Everything that matters lies within the circle of two fifths of the
 * width that no mask cuts into (W3C, Web Application Manifest, «Icon masks and safe zone»).
 */
function sign(corner: number): string {
  const { paper, fjord, sun } = colours;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">`,
    `<rect width="512" height="512" rx="${corner}" fill="${paper}"/>`,
    `<circle cx="256" cy="236" r="132" fill="${sun}"/>`,
    `<path d="M0 368h512" stroke="${fjord}" stroke-width="36"/>`,
    `</svg>`,
  ].join("");
}

const SQUARE = sign(0);
const ROUNDED = sign(112);

async function png(svg: string, size: number): Promise<Buffer> {
  return cached(["icon", versionOf("@resvg/resvg-js"), svg, String(size)], async () => {
    const { Resvg } = await import("@resvg/resvg-js");
    return Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng());
  });
}

/** A PNG in the container that browsers ask for unasked: one entry, with its size and where it begins. */
function ico(image: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, image]);
}

/** Every icon of the site by its address, all drawn from the one sign. */
export const icons = [
  { url: "/favicon.svg", draw: async () => Buffer.from(ROUNDED) },
  { url: "/favicon.ico", draw: async () => ico(await png(ROUNDED, 32), 32) },
  { url: "/apple-touch-icon.png", draw: () => png(SQUARE, 180) },
  { url: "/icon-192.png", draw: () => png(SQUARE, 192) },
  { url: "/icon-512.png", draw: () => png(SQUARE, 512) },
];
