import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { cached } from "./cache.ts";

/**
 * The content codings that files are written in beforehand, with the ending that servers look for (RFC 9110, 8.4.1), and the name of
 * the library that Node brings for it: another version may make other bytes.
 */
const encodings = [
  { name: "br", ending: ".br", compress: brotli, library: "brotli" },
  { name: "gzip", ending: ".gz", compress: gzipped, library: "zlib" },
] as const;

/** Text gains; pictures, fonts and archives are compressed already. */
const TEXT = /\.(?:html|xml|txt|json|ics|svg|csv|webmanifest)$/;

/** A smaller gain than this is not worth a file. */
const WORTH = 0.95;

/** A file's bytes in each coding that makes it smaller, at the highest level; the same bytes on every machine. */
export async function precompress(
  path: string,
  bytes: Buffer,
): Promise<readonly { readonly path: string; readonly encoding: "br" | "gzip"; readonly bytes: Buffer }[]> {
  if (!TEXT.test(path)) return [];
  const made = await Promise.all(
    encodings.map(async ({ name, ending, compress, library }) => ({
      path: path + ending,
      encoding: name,
      bytes: await cached([bytes, `${name} ${process.versions[library]}`], () => compress(bytes)),
    })),
  );
  return made.filter((file) => file.bytes.length < bytes.length * WORTH);
}

function brotli(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

async function gzipped(bytes: Buffer): Promise<Buffer> {
  const file = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  // The header names the operating system (RFC 1952, 2.3.1); 255 is «unknown». Its time is already zero.
  file[9] = 255;
  return file;
}
