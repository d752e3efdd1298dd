import { existsSync } from "node:fs";
import { tryChanges, writeChanges } from "../../editors/files/trial.ts";
import { answersTo, Prompt } from "../../editors/scaffold/ask.ts";
import { type Kind, kinds } from "../../editors/scaffold/kinds.ts";
import { planOf } from "../../editors/scaffold/plan.ts";
import { isPicture, photographTypes } from "../contract/places.ts";
import { sayProblem } from "../contract/say.ts";
import { UsageFault } from "../output/environment.ts";
import { EXIT, main } from "./command.ts";

const flagLines = Object.entries(kinds).map(
  ([name, { noun, questions }]) =>
    `  ${name.padEnd(13)}${noun}\n${wrap(questions.map((question) => `--${question.name}`).concat(name === "picture" ? ["--file"] : []))}`,
);

const USAGE = `npm run new [-- <hva>] [--yes] [--<felt> <svar> ...]

Begynner noe nytt: spør om det som trengs, foreslår navn, skriver filene som utkast og sier hvilken du åpner. Skriver aldri over noe.
Det som er gitt med flagg, blir det ikke spurt om. Flere svar: --sources en,to, eller flagget flere ganger.

${flagLines.join("")}
  --yes    spør ikke; det som mangler, er en feil
  --file   bildefilen på maskinen din; den blir kopiert til riktig mappe
  --help   denne teksten

Svarer med 0 når det er skrevet, 1 når innholdet ville fått feil (da er ingenting skrevet), 2 når kommandoen er brukt feil, 3 når
miljøet svikter.`;

function wrap(flags: readonly string[]): string {
  const lines = [""];
  for (const flag of flags) {
    if (`${lines.at(-1)} ${flag}`.length > 100) lines.push("");
    lines[lines.length - 1] += ` ${flag}`;
  }
  return lines.map((line) => `              ${line}\n`).join("");
}

const names = Object.values(kinds).flatMap(({ questions }) => questions.map(({ name }) => name));
const OPTIONS: Record<string, { type: "string" | "boolean"; multiple?: boolean }> = {
  ...Object.fromEntries(names.map((name) => [name, { type: "string", multiple: true }])),
  file: { type: "string" },
  yes: { type: "boolean" },
};

await main(USAGE, OPTIONS, begin, { names: true });

async function begin(
  values: Readonly<Record<string, unknown>>,
  [word, ...more]: readonly string[],
): Promise<number> {
  const prompt = values.yes === true ? null : new Prompt(process.stdin, process.stdout);
  try {
    const wanted =
      word ??
      (await prompt?.ask(
        `Hva vil du lage?\n${Object.entries(kinds)
          .map(([name, { noun }]) => `    ${name}  ${noun}\n`)
          .join("")}> `,
        Object.keys(kinds),
      ));
    const name = wanted?.trim() ?? "";
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined || more.length > 0)
      return refuse(`Si hva du vil lage: ${Object.keys(kinds).join(", ")}.`);
    return await beginKind(kind, values, prompt);
  } finally {
    prompt?.close();
  }
}

async function beginKind(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  prompt: Prompt | null,
): Promise<number> {
  const flags = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      Array.isArray(value) ? [[name, value.map(String)]] : [],
    ),
  );
  const foreign = Object.keys(flags).find(
    (name) => !kind.questions.some((question) => question.name === name),
  );
  if (foreign !== undefined) return refuse(`--${foreign} hører ikke til ${kind.noun}.`);
  const photograph = await photographFor(kind, values.file, prompt);
  const asked = kind === kinds.picture ? withStandIn(kind, photograph) : kind;
  const answers = await answersTo(process.cwd(), asked, { flags, prompt });
  if ("fault" in answers) return refuse(answers.fault);
  const { changes, open } = await planOf(process.cwd(), kind, answers, photograph);
  const taken = [...changes.keys()].find((path) => !path.startsWith("_data/") && existsSync(path));
  if (taken !== undefined) return refuse(`Filen ${taken} finnes alt, og blir ikke skrevet over.`);
  const { problems, newErrors } = await tryChanges(process.cwd(), ".cache/trial/new", changes);
  if (newErrors.length > 0) {
    console.error(`${newErrors.map((problem) => `${sayProblem(problem)}\n`).join("")}Ingenting er skrevet.`);
    return EXIT.content;
  }
  await writeChanges(process.cwd(), changes);
  const left = problems.filter((problem) => changes.has(problem.file) && !problem.file.startsWith("_data/"));
  console.log([...changes.keys()].map((path) => `Skrevet: ${path}`).join("\n"));
  if (left.length > 0) console.log(`\nDette gjenstår i utkastet:\n${left.map(sayProblem).join("\n")}`);
  console.log(`\nÅpne ${open}, og se siden med «npm start».`);
  return EXIT.done;
}

/** The path of a picture's file on the user's machine, as given or asked for; null when there is none yet. */
async function photographFor(kind: Kind, given: unknown, prompt: Prompt | null): Promise<string | null> {
  const question = "\nBildefil: Stien til filen på maskinen din\n  (Enter når du ikke har den ennå)\n> ";
  const takesFile = kind === kinds.picture;
  const answer = typeof given === "string" ? given : takesFile ? await prompt?.ask(question, []) : null;
  const path = answer?.trim() ?? "";
  if (path === "") return null;
  if (!takesFile) return refuse(`--file hører ikke til ${kind.noun}.`);
  if (!existsSync(path)) return refuse(`Filen «${path}» finnes ikke.`);
  if (!isPicture(path))
    return refuse(`«${path}» er ikke et bilde som kan brukes her. Bruk ${photographTypes.join(", ")}.`);
  return path;
}

/** A picture shows its file, or else a drawing that must be chosen. */
function withStandIn(kind: Kind, photograph: string | null): Kind {
  const isStandIn = (name: string) => name.startsWith("standIn.");
  const questions = kind.questions.flatMap((question) =>
    !isStandIn(question.name) ? [question] : photograph === null ? [{ ...question, group: null }] : [],
  );
  return { ...kind, questions };
}

function refuse(fault: string): never {
  throw new UsageFault(`${fault}\nSe «npm run new -- --help».`);
}
