import { h } from "preact";
import { writeHtml } from "../format/elements.ts";

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:46rem;margin:3rem auto;padding:0 1rem}" +
  "li{margin-block:1rem}code,pre{font:.9em ui-monospace,monospace;display:block;overflow-x:auto}";

/** A problem as the build says it: «src/content/2017/index.md:4:8 feil unknown-key: Ukjent felt …» */
const PROBLEM = /^(.+?):(\d+):(\d+) (feil|advarsel) [a-z-]+: (.*)$/;

/** The page that stands in for every other while the build does not succeed. */
export function overlay(output: string): string {
  const problems = problemsIn(output).filter(({ severity }) => severity === "feil");
  const title =
    problems.length === 0
      ? "Nettstedet kan ikke bygges"
      : problems.length === 1
        ? "Én feil i innholdet"
        : `${problems.length} feil i innholdet`;
  return page(
    title,
    "Rett feilen og lagre filen, så kommer siden tilbake av seg selv.",
    problems.length === 0 ? h("pre", null, output.trim()) : list(problems),
  );
}

/** The page that stands in for a draft which lacks so much that no page can be made of it; null when the address is no such draft's. */
export function unfinished(pathname: string, output: string): string | null {
  const name = `src/content${pathname.replace(/\/$/, "")}`;
  const lacks = problemsIn(output).filter(({ file }) => file === `${name}.md` || file === `${name}/index.md`);
  if (lacks.length === 0) return null;
  return page(
    "Utkastet er ikke ferdig nok til å vises",
    "Fyll inn dette og lagre filen, så kommer siden av seg selv. Leserne ser den ikke.",
    list(lacks),
  );
}

interface Told {
  readonly file: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
}

function problemsIn(output: string): readonly Told[] {
  return output.split("\n").flatMap((text) => {
    const [, file = "", line, column, severity = "", message = ""] = PROBLEM.exec(text) ?? [];
    return file === ""
      ? []
      : [{ file, severity, place: `${file}, linje ${line}, kolonne ${column}`, message }];
  });
}

function list(problems: readonly Told[]) {
  return h(
    "ul",
    null,
    problems.map(({ place, message }) => h("li", null, [h("code", null, place), message])),
  );
}

function page(title: string, lead: string, content: ReturnType<typeof h>): string {
  return `<!doctype html>${writeHtml(
    h("html", { lang: "nb" }, [
      h("head", null, [h("meta", { charset: "utf-8" }), h("title", null, title), h("style", null, STYLE)]),
      h("body", null, [h("h1", null, title), h("p", null, lead), content]),
    ]),
  )}`;
}
