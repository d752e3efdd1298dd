import type * as z from "zod";
import { licences } from "../../model/licence.ts";
import { type PictureRow, UNKNOWN } from "../../model/register.ts";
import type { Person, Picture } from "../../model/site.ts";
import { groupBy } from "../format/groups.ts";
import { captionOf } from "../markdown/caption.ts";
import type { PictureFile } from "../pictures/inspect.ts";
import { rightName } from "./disk.ts";
import { CONTENT, PICTURE_FOLDER } from "./places.ts";
import { type Report, START } from "./problem.ts";
import { type Register, type Registry, register, type Where } from "./registry.ts";
import { suggest } from "./suggest.ts";

/** A picture as its register has it. */
type Row = z.infer<typeof PictureRow>;

/**
 * Puts each picture together with its people, its file and its caption as HTML, and tells what is wrong with any of them. The captions'
 * links, each with the picture that it stands under, are checked when the pages are known.
 */
export function resolvePictures(
  pictures: Register<Row>,
  files: readonly PictureFile[],
  people: Registry<Person>,
  awardOf: (year: number) => string,
  report: Report,
) {
  const captionLinks: { readonly target: string; readonly where: Where }[] = [];
  const filesOf = groupBy(files, ({ year, id }) => `${year}/${id}`);
  const registry = register(pictures, { noun: "bilde", unknown: null, report }, (row, where): Picture => {
    const { caption, credit, licence, date, alt, focus, ...rest } = row;
    checkAlt(row, where, report);
    const { html, text, links, fault } = captionOf(caption);
    if (fault !== null) report.add("caption-markup", where.file, where.at(["caption"]), fault);
    for (const target of links) captionLinks.push({ target, where });
    const photograph = photographOf(row, filesOf.get(`${row.edition}/${row.id}`) ?? [], where, report);
    return {
      ...rest,
      url: `/${row.edition}/bilder/${row.id}/`,
      captionHtml: html,
      captionText: text,
      people: people.findAll(row.people, where, ["people"]),
      credit: credit === UNKNOWN ? null : credit,
      licence: licences[licence],
      date: date === UNKNOWN ? null : date === "award" ? awardOf(row.edition) : date,
      photograph,
      // They are of the photograph: where its stand-in is shown, they change nothing.
      alt: photograph === null ? "" : alt,
      focus: photograph === null ? null : focus,
    };
  });
  if (pictures.rows !== undefined) tellUnregistered(pictures.rows, files, report);
  return { pictures: registry, captionLinks };
}

function tellUnregistered(rows: readonly Row[], files: readonly PictureFile[], report: Report): void {
  const registered = new Set(rows.map(({ edition, id }) => `${edition}/${id}`));
  const known = rows.map(({ id }) => id);
  for (const { file, year, id } of files) {
    if (registered.has(`${year}/${id}`)) continue;
    const message = `Bildet står ikke i _data/pictures.json. Filnavnet skal være bildets id.${suggest(id, known)}`;
    report.add("unregistered-picture", file, START, message);
  }
}

/** The photograph of a picture, from its own file, which is called as its id; null until it is there. */
function photographOf(
  { edition, id, standIn }: Row,
  own: readonly PictureFile[],
  where: Where,
  report: Report,
): Picture["photograph"] {
  const [first, second] = own;
  if (first === undefined) {
    const path = `${CONTENT}/${edition}/${PICTURE_FOLDER}/${id}.`;
    // A file that is too heavy, or not quite called so, has been told by itself.
    const isRefused = () => report.problems.some(({ file }) => rightName(file).startsWith(path));
    if (standIn !== null || isRefused()) return null;
    const message = `Bildet har verken fil eller tegning. Legg bildet i ${path}jpg, eller velg en tegning i «standIn».`;
    return report.refuse("missing-picture", where.file, where.at(["id"]), message);
  }
  if (second !== undefined) {
    const message = `Bildet har to filer: ${first.file} og ${second.file}. Behold den ene.`;
    report.add("ambiguous-picture", where.file, where.at(["id"]), message);
  }
  for (const { fault, file } of own)
    if (fault !== null) report.add(fault.rule, where.file, where.at(["id"]), `${file}: ${fault.message}`);
  return first.photograph;
}

/** An alternative text says what the picture shows; a caption, a file name or «bilde av» does not. */
function checkAlt({ alt, caption, id }: Row, { file, at }: Where, report: Report): void {
  const same = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
  const say = (message: string) => report.add("weak-alt", file, at(["alt"]), message);
  if (same(alt) === same(caption))
    say("Alt-teksten er den samme som bildeteksten. Skriv hva bildet viser, for den som ikke ser det.");
  else if (same(alt) === same(id) || /\.(?:jpe?g|png|webp|avif|svg)$/i.test(alt))
    say("Alt-teksten er et filnavn. Skriv hva bildet viser.");
  else if (
    same(alt) === UNKNOWN ||
    /^(?:et |ett )?(?:bilde|foto|fotografi|illustrasjon)(?:et)?\.?$/i.test(alt)
  )
    say("Alt-teksten sier ikke hva bildet viser. Skriv det, i én setning.");
  else if (/^(?:et |ett )?(?:bilde|foto|fotografi|illustrasjon)(?:et)? (?:av|som viser)\b/i.test(alt)) {
    say("Alt-teksten begynner med «bilde av». Det vet skjermleseren fra før; skriv bare hva bildet viser.");
  }
}
