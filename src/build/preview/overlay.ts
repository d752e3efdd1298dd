import { h } from "preact";
import { render } from "preact-render-to-string";

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:46rem;margin:3rem auto;padding:0 1rem}" +
  "li{margin-block:1rem}code,pre{font:.9em ui-monospace,monospace;display:block;overflow-x:auto}";

/** A problem as the build says it: «src/content/2017/index.md:4:8 feil unknown-key: Ukjent felt …» */
const PROBLEM = /^(.+?):(\d+):(\d+) feil [a-z-]+: (.*)$/;

/** The page that stands in for every other while the build does not succeed. */
export function overlay(output: string): string {
  const lines = output.split("\n").filter((line) => line !== "");
  const problems = lines.map((line) => PROBLEM.exec(line)).filter((found) => found !== null);
  const title =
    problems.length === 0
      ? "Nettstedet kan ikke bygges"
      : problems.length === 1
        ? "Én feil i innholdet"
        : `${problems.length} feil i innholdet`;
  const items = problems.map(([, file, line, column, message]) =>
    h("li", null, [h("code", null, `${file}, linje ${line}, kolonne ${column}`), message]),
  );
  return `<!doctype html>${render(
    h("html", { lang: "nb" }, [
      h("head", null, [h("meta", { charset: "utf-8" }), h("title", null, title), h("style", null, STYLE)]),
      h("body", null, [
        h("h1", null, title),
        h("p", null, "Rett feilen og lagre filen, så kommer siden tilbake av seg selv."),
        problems.length === 0 ? h("pre", null, lines.join("\n")) : h("ul", null, items),
      ]),
    ]),
  )}`;
}
