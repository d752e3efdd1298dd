import { existsSync } from "node:fs";
import { isPicture, photographTypes } from "../../build/contract/places.ts";
import { sayProblem } from "../../build/contract/say.ts";
import { UsageFault } from "../../build/output/environment.ts";
import { tryChanges, writeChanges } from "../files/trial.ts";
import { answersTo, type Prompt } from "./ask.ts";
import { type Kind, kinds } from "./kinds.ts";
import { planOf } from "./plan.ts";

/**
 * Begins one of a kind: asks for what `values`, the command's flags by name, do not give, and writes the files, unless the check would
 * find new errors in them. Tells what was done, and gives whether it was. Throws a {@link UsageFault} when it cannot be done so.
 */
export async function begin(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  prompt: Prompt | null,
): Promise<boolean> {
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
    return false;
  }
  await writeChanges(process.cwd(), changes);
  const left = problems.filter((problem) => changes.has(problem.file) && !problem.file.startsWith("_data/"));
  console.log([...changes.keys()].map((path) => `Skrevet: ${path}`).join("\n"));
  if (left.length > 0) console.log(`\nDette gjenstår i utkastet:\n${left.map(sayProblem).join("\n")}`);
  console.log(`\nÅpne ${open}, og se siden med «npm start».`);
  return true;
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

/** Throws a {@link UsageFault} that leads on to what the command takes. */
export function refuse(fault: string): never {
  throw new UsageFault(`${fault}\nSe «npm run new -- --help».`);
}
