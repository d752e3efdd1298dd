import { Prompt } from "../../editors/scaffold/ask.ts";
import { begin, refuse } from "../../editors/scaffold/begin.ts";
import { kinds } from "../../editors/scaffold/kinds.ts";
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

const choices = Object.entries(kinds).map(([name, { noun }]) => `    ${name}  ${noun}\n`);
const QUESTION = `Hva vil du lage?\n${choices.join("")}> `;

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

await main(
  USAGE,
  OPTIONS,
  async (values, [word, ...more]) => {
    const prompt = values.yes === true ? null : new Prompt(process.stdin, process.stdout);
    try {
      const name = word ?? (await prompt?.ask(QUESTION, Object.keys(kinds)));
      const kind = new Map(Object.entries(kinds)).get(name?.trim() ?? "");
      if (kind === undefined || more.length > 0)
        return refuse(`Si hva du vil lage: ${Object.keys(kinds).join(", ")}.`);
      return (await begin(kind, values, prompt)) ? EXIT.done : EXIT.content;
    } finally {
      prompt?.close();
    }
  },
  { names: true },
);
