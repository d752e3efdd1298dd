import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Photograph } from "../../model/site.ts";
import { sha256, versionOf } from "../output/cache.ts";
import { Lines, Notes } from "../output/notes.ts";
import { inPool } from "../output/pool.ts";
import { sourceAt } from "../output/sources.ts";
import { beginStep } from "../output/steps.ts";
import { AT_ONCE, loadSharp } from "./library.ts";
import { type Looks, PlannedPhotograph, planDrawing } from "./plan.ts";
import { readDrawing } from "./vector.ts";

/** Smaller pictures look poor; larger ones take more memory than a build should need. */
const SMALLEST_WIDTH = 600;
const MOST_MEGAPIXELS = 40;

/** Why a file cannot be used, in words for an editor. */
export interface PictureFault {
  readonly rule: "damaged-picture" | "picture-type" | "picture-size";
  readonly message: string;
}

/** A file in an edition's picture folder: the photograph that it holds, or what is wrong with it. */
export interface PictureFile {
  readonly year: number;
  readonly id: string;
  /** From the project's root. */
  readonly file: string;
  readonly photograph: Photograph | null;
  readonly fault: PictureFault | null;
}

/** What is noted of a file: what a look at it gave, and what tells whether it was touched since. */
const NOTE = /^([0-9a-f]{64}) (\d+) (\d+) (#[0-9a-f]{6}) (.+)$/;

/** Looks at the files, a few at a time. They stay in their order. A file that has not been touched since is not opened again. */
export async function inspectPictures(
  root: string,
  files: readonly Pick<PictureFile, "year" | "id" | "file">[],
): Promise<readonly PictureFile[]> {
  if (files.length === 0) return [];
  const limits = `${SMALLEST_WIDTH} ${MOST_MEGAPIXELS}`;
  // The editor checks a copy of the project in a folder of its own, whose files were touched at other times.
  const looked = Notes.open(["looked at", root, limits, versionOf("sharp")], Lines);
  const found = await inPool(files, AT_ONCE, async (own) => ({
    ...own,
    ...(own.file.endsWith(".svg")
      ? await inspectDrawing(root, own.file)
      : await inspectPhotograph(root, own.file, looked)),
  }));
  looked.save();
  return found;
}

type Found = Pick<PictureFile, "photograph" | "fault">;

async function inspectDrawing(root: string, file: string): Promise<Found> {
  const drawing = await readDrawing(await readFile(join(root, file), "utf8"), basename(file, ".svg"));
  if ("rule" in drawing) return { photograph: null, fault: drawing };
  return { photograph: planDrawing(file, drawing.svg, drawing.width, drawing.height), fault: null };
}

/** Looks at a photograph, whole, unless it was `looked` at before, and plans its files; or says why it cannot be used. */
async function inspectPhotograph(root: string, file: string, looked: Notes<string>): Promise<Found> {
  const path = join(root, file);
  const touch = sourceAt(path)?.touch;
  const [, digest = "", width, height, colour = "", known] = NOTE.exec(looked.get(file) ?? "") ?? [];
  const looks =
    known === touch ? { digest, width: Number(width), height: Number(height), colour } : await lookAt(path);
  if ("rule" in looks) return { photograph: null, fault: looks };
  looked.set(file, `${looks.digest} ${looks.width} ${looks.height} ${looks.colour} ${touch}`);
  return { photograph: new PlannedPhotograph(file, looks), fault: null };
}

async function lookAt(path: string): Promise<Looks | PictureFault> {
  beginStep(`ser på ${path}`);
  const bytes = await readFile(path);
  const fault = (rule: PictureFault["rule"], message: string) => ({ rule, message });
  const sharp = await loadSharp();
  const extension = path.slice(path.lastIndexOf(".") + 1);
  const named = extension === "jpg" ? "jpeg" : extension;
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  // A telephone's picture by another name.
  if (HEIC.test(bytes.toString("latin1", 4, 12)) && metadata?.compression !== "av1")
    return fault("picture-type", "Bildet er HEIC, som ikke kan leses her. Lagre det som JPEG i stedet.");
  if (metadata === null)
    return fault("damaged-picture", "Filen kan ikke leses som et bilde. Kanskje er den skadet.");
  const { autoOrient, pages, format } = metadata;
  const type = format === "heif" ? "avif" : format;
  if (type !== named)
    return fault("picture-type", `Filen heter .${extension}, men inneholder ${type}. Gi den riktig endelse.`);
  if ((pages ?? 1) > 1 || isAnimated(bytes))
    return fault("picture-type", "Bildet er animert. Bruk et bilde som står stille.");
  const { width, height } = autoOrient;
  const size = `${width} × ${height} piksler`;
  if (width < SMALLEST_WIDTH)
    return fault(
      "picture-size",
      `Bildet er for lite: ${size}. Det må være minst ${SMALLEST_WIDTH} piksler bredt.`,
    );
  if (width * height > MOST_MEGAPIXELS * 1_000_000)
    return fault(
      "picture-size",
      `Bildet er for stort: ${size}. Grensen er ${MOST_MEGAPIXELS} megapiksler; 2000 piksler bredt er nok.`,
    );
  const pixel = await sharp(bytes, { failOn: "truncated" })
    .resize(1, 1, { fit: "fill" })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer()
    .catch(() => null);
  if (pixel !== null)
    return {
      digest: sha256(bytes),
      width,
      height,
      colour: `#${pixel.toString("hex").slice(0, 6)}`,
    };
  return fault("damaged-picture", "Bildet er skadet: Slutten mangler. Legg inn filen på nytt.");
}

/** How HEIC begins, after four bytes, which sharp cannot read; some AVIF begins so, too (ISO/IEC 23008-12). */
const HEIC = /^ftyp(?:he[iv][cxms]|mif1|msf1)/;

/** Whether a PNG or an AVIF is one that moves, of which sharp tells only the first picture (APNG 1.0; AVIF 1.1, «avis»). */
function isAnimated(bytes: Buffer): boolean {
  const control = bytes.indexOf("acTL");
  const isPng = bytes.toString("latin1", 1, 4) === "PNG";
  return (
    (isPng && control !== -1 && control < bytes.indexOf("IDAT")) ||
    bytes.toString("latin1", 4, 12) === "ftypavis"
  );
}
