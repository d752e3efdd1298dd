import { createInterface } from "node:readline";
import { choicesFor, suggestName } from "./choices.ts";
import type { Kind } from "./kinds.ts";
import { type Answer, type Choices, type Question, readAnswer } from "./questions.ts";

/** Where answers come from: flags first, then a prompt; null where there is nobody to ask. */
export interface Source {
  readonly flags: Readonly<Record<string, readonly string[]>>;
  readonly prompt: Prompt | null;
}

/** All answers, or what is wrong with one of them. */
export type Answers = ReadonlyMap<string, unknown> | { readonly fault: string };

/** Finds an answer to every question: from its flag, from the prompt, or what is usual. */
export async function answersTo(root: string, kind: Kind, { flags, prompt }: Source): Promise<Answers> {
  const answers = new Map<string, unknown>();
  for (const question of kind.questions) {
    const { name, group } = question;
    const given = flags[name];
    // Of a group that the file may do without, the first field decides whether the rest is asked.
    const first = group === null ? undefined : kind.questions.find((other) => other.group === group);
    if (given === undefined && first !== undefined && first !== question && !answers.has(first.name))
      continue;
    if (given === undefined && !question.asked) continue;
    const isName = name === "id" || name === "slug";
    const usual = isName ? await suggestName(root, kind, answers) : (kind.usual?.[name] ?? "");
    const asked = {
      question,
      usual,
      choices: await choicesFor(root, kind, question),
      isOptional: first === question,
    };
    const answer =
      given === undefined ? await find(asked, prompt) : readAnswer(question, given, asked.choices);
    if ("fault" in answer)
      return { fault: given === undefined ? answer.fault : `--${name}: ${answer.fault}` };
    if (answer.value !== undefined && !(group !== null && answer.value === null))
      answers.set(name, answer.value);
  }
  return answers;
}

interface Asked {
  readonly question: Question;
  /** What is answered when nothing is typed. */
  readonly usual: string;
  readonly choices: Choices;
  /** Whether nothing at all is an answer too. */
  readonly isOptional: boolean;
}

/** Asks until the answer can be used. Without a prompt what is usual must do. */
async function find(asked: Asked, prompt: Prompt | null): Promise<Answer> {
  const { question, usual, choices, isOptional } = asked;
  for (;;) {
    const line = prompt === null ? "" : await prompt.ask(tell(asked), [...choices.keys()]);
    if (line === null)
      return { fault: `Svarene tok slutt før «${question.name}». Gi det med --${question.name}.` };
    const typed = line.trim() === "" ? usual : line;
    if (typed === "" && isOptional) return { value: undefined };
    const answer = readAnswer(question, [typed], choices);
    if (prompt === null || "value" in answer) return answer;
    prompt.say(`  ${answer.fault}`);
  }
}

function tell({ question: { field }, usual, choices, isOptional }: Asked): string {
  const { shape, required, nullable } = field;
  const list = [...choices].map(
    ([choice, meaning]) => `    ${choice}${meaning === "" ? "" : `  ${meaning}`}\n`,
  );
  const how =
    shape.type === "boolean"
      ? "ja eller nei, vanligvis nei"
      : usual !== ""
        ? `Enter for «${usual}»`
        : nullable || !required || isOptional || (shape.type === "list" && shape.min === 0)
          ? "Enter når det ikke er noe"
          : "";
  const several = shape.type === "list" ? "flere skilles med komma" : "";
  const notes = [several, how].filter((note) => note !== "").join("; ");
  return `\n${field.label}: ${field.hint}\n${list.join("")}${notes === "" ? "" : `  (${notes})\n`}> `;
}

/** Asks in a terminal, or reads answers line by line from whatever stands in for one. Tab completes what may be chosen. */
export class Prompt {
  readonly #lines;
  readonly #interface;
  #hasEnded = false;
  #choices: readonly string[] = [];

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#interface = createInterface({
      input,
      output,
      completer: (line: string) => {
        const [word = ""] = /[^,\s]*$/.exec(line) ?? [];
        return [this.#choices.filter((choice) => choice.startsWith(word)), word];
      },
    });
    this.#lines = this.#interface[Symbol.asyncIterator]();
    this.#interface.once("close", () => {
      this.#hasEnded = true;
    });
  }

  /** What was typed, or null when there is no more. */
  async ask(question: string, choices: readonly string[]): Promise<string | null> {
    this.#choices = choices;
    const lines = question.split("\n");
    this.say(lines.slice(0, -1).join("\n"));
    this.#interface.setPrompt(lines.at(-1) ?? "");
    // What was typed before the end is still there to be read.
    if (!this.#hasEnded) this.#interface.prompt();
    const { value, done } = await this.#lines.next();
    return done === true ? null : value;
  }

  say(text: string): void {
    console.log(text);
  }

  close(): void {
    this.#interface.close();
  }
}
