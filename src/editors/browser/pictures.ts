import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { CONTENT, PICTURE_FOLDER, photographOf } from "../../build/contract/places.ts";
import { isRecord } from "../../build/format/unknown.ts";
import { PICTURE_FILE, UPLOADS, yearsIn } from "./config.ts";

/** The pictures in place, by their path from the project's root. */
export async function placedPictures(root: string): Promise<readonly string[]> {
  const lists = (await yearsIn(root)).map(async (year) => {
    const folder = `${CONTENT}/${year}/${PICTURE_FOLDER}`;
    const names = await readdir(join(root, folder)).catch(() => []);
    return names.map((name) => `${folder}/${name}`).filter((path) => photographOf(path) !== null);
  });
  return (await Promise.all(lists)).flat().sort();
}

/** Where a file of the media library really lies: waiting, or in place; null when there is none of that name. */
export async function findPicture(root: string, path: string): Promise<string | null> {
  const waiting = `${UPLOADS}/${basename(path)}`;
  if (existsSync(join(root, waiting))) return waiting;
  return (await placedPictures(root)).find((placed) => basename(placed) === basename(path)) ?? null;
}

/** The pictures' register as its form has it: each row with the file that it shows. */
export async function withFiles(root: string, register: unknown): Promise<unknown> {
  const placed = await placedPictures(root);
  return {
    pictures: rowsOf(register).map((row) => {
      const file = placed.find((path) => path.startsWith(pathOf(row)));
      return { ...row, ...(file === undefined ? {} : { [PICTURE_FILE]: `/${basename(file)}` }) };
    }),
  };
}

/**
 * The pictures' register as the file has it, and what becomes of the picture files: each is called and placed as its row says, and
 * goes when its row does or when another takes its place.
 */
export async function withoutFiles(root: string, form: unknown, before: unknown) {
  const changes = new Map<string, Uint8Array | null>();
  const placed = await placedPictures(root);
  const kept = new Set<string>();
  const rows: object[] = [];
  for (const row of rowsOf(form)) {
    const { [PICTURE_FILE]: file, ...rest } = row;
    rows.push(rest);
    const own = placed.find((path) => path.startsWith(pathOf(row)));
    const name = typeof file === "string" ? basename(file) : "";
    const found = name === "" ? null : await findPicture(root, name);
    // What was uploaded last comes first; else a row keeps its own, though another edition has one of that name.
    const isOwn = own !== undefined && basename(own) === name && found?.startsWith(UPLOADS) === false;
    const source = isOwn ? own : found;
    if (source === null) continue;
    const wanted = pathOf(row) + extname(source).slice(1).toLowerCase();
    kept.add(wanted);
    if (source !== wanted) changes.set(wanted, await readFile(join(root, source)));
  }
  const were = rowsOf(before).map(pathOf);
  for (const path of placed)
    if (!kept.has(path) && were.some((start) => path.startsWith(start))) changes.set(path, null);
  return { value: { pictures: rows }, changes };
}

/** The path of a row's file up to its type: «src/content/2017/bilder/vinnere.», so that no other id begins so. */
function pathOf({ edition, id }: Readonly<Record<string, unknown>>): string {
  return `${CONTENT}/${edition}/${PICTURE_FOLDER}/${id}.`;
}

function rowsOf(register: unknown): readonly Readonly<Record<string, unknown>>[] {
  const rows: unknown = isRecord(register) ? register.pictures : [];
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}
