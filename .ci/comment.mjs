/**
 * The text of the comment on a pull request: `node .ci/comment.mjs report.md`, with RUN_URL in the environment.
 *
 * The report comes from a run of proposed code, so it may hold anything. Only what the report's own escaping leaves is let
 * through: letters, a few tags, and entities for the signs that could become a link, a picture, a mention or a reference.
 */
import { closeSync, openSync, readSync } from "node:fs";

/** Found again by this, and renewed: one comment, however often the change is pushed. */
const MARK = "<!-- rapport -->";

/** GitHub takes 65,536 characters; a character is at most four bytes. */
const MOST_BYTES = 250_000;
const MOST_CHARACTERS = 63_000;

const TAGS = /<\/?(?:del|ins|details)>|<details><summary>Alle filene<\/summary>/g;
const ENTITIES = /&#(?:3[3-68]|4[0-2]|58|6[024]|9[1-6]|12[3-6]);/g;

/** The beginning of a file, so that no size of it matters. */
function readStart(/** @type {string} */ path) {
  const bytes = Buffer.alloc(MOST_BYTES);
  const file = openSync(path, "r");
  const length = readSync(file, bytes, 0, MOST_BYTES, 0);
  closeSync(file);
  return new TextDecoder().decode(bytes.subarray(0, length));
}

function isHarmless(/** @type {string} */ report) {
  const words = report
    .replace(/^#{2,3} /gm, "")
    .replace(TAGS, "")
    .replace(ENTITIES, "")
    .replaceAll("**", "")
    .replace(/^\|(?: --- \|)+$/gm, "");
  return (
    report.length <= MOST_CHARACTERS &&
    !/[&<>[\]\\`@#*_~$^{}!]|:\/\/|www\.|GH-\d|:\w+:/i.test(words) &&
    !/&#64;\w|&#35;\d/.test(report) &&
    !/(?![\n\u2060])[\p{Cc}\p{Cf}\p{Co}]/u.test(report)
  );
}

const report = readStart(process.argv[2] ?? "");
const about = isHarmless(report)
  ? report
  : "Rapporten har noe den ikke skal ha, og vises ikke her. Les den med omhu i kjøringen.\n";
process.stdout.write(
  `${MARK}\n${about}\n[Kjøringen, med forhåndsvisning og skjermbilder](${process.env.RUN_URL ?? ""})\n`,
);
