import { rm } from "node:fs/promises";
import { h } from "preact";
import { render } from "preact-render-to-string";
import type { Problem } from "../contract/problem.ts";
import { sayProblem, saySummary } from "../contract/say.ts";
import type { EleventyConfig } from "./api.ts";
import { currentReading } from "./content.ts";

/** For live preview: shows mistakes in the content in the browser and the terminal, and removes pages of deleted files. */
export function previewPlugin(config: EleventyConfig): void {
  let written = new Set<string>();
  config.setServerOptions({
    showAllHosts: false,
    middleware: [
      async (request, response, next) => {
        const { problems } = await currentReading();
        const errors = problems.filter(({ severity }) => severity === "error");
        const wantsPage = request.headers.accept?.includes("text/html") ?? false;
        if (errors.length === 0 || !wantsPage) return next();
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
        response.end(problemPage(errors));
      },
    ],
  });
  config.on("eleventy.after", async ({ runMode, results }) => {
    if (runMode === "build") return;
    const { problems } = await currentReading();
    for (const problem of problems) console.error(sayProblem(problem));
    console.log(`${saySummary(problems)} Forhåndsvisningen følger med på endringer.`);
    const current = new Set((results ?? []).map(({ outputPath }) => outputPath));
    for (const path of written) if (!current.has(path)) await rm(path, { force: true });
    written = current;
  });
}

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:46rem;margin:3rem auto;padding:0 1rem}" +
  "li{margin-block:1rem}code{font:.9em ui-monospace,monospace;display:block}";

/** The page that stands in for every other while the content has errors. It reloads itself when a file is saved. */
function problemPage(errors: readonly Problem[]): string {
  const title = errors.length === 1 ? "Én feil i innholdet" : `${errors.length} feil i innholdet`;
  return `<!doctype html>${render(
    h("html", { lang: "nb" }, [
      h("head", null, [h("meta", { charset: "utf-8" }), h("title", null, title), h("style", null, STYLE)]),
      h("body", null, [
        h("h1", null, title),
        h("p", null, "Rett feilen og lagre filen, så kommer siden tilbake av seg selv."),
        h(
          "ul",
          null,
          errors.map((error) =>
            h("li", null, [
              h("code", null, `${error.file}, linje ${error.line}, kolonne ${error.column}`),
              error.message,
            ]),
          ),
        ),
      ]),
    ]),
  )}`;
}
