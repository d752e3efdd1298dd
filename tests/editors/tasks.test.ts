import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as z from "zod";
import { firstCaption } from "../support/facts.ts";
import { landscape } from "../support/photographs.ts";
import { copyProject, type Project } from "../support/site.ts";

/** The editors' guide tells these tasks with blocks to copy; here they are copied. */
const guide = readFileSync("docs/redaktor.md", "utf8");
const block = (kind: string, begins: string) =>
  guide.match(new RegExp(`^\`\`\`${kind}\\n(${begins}[\\s\\S]*?)^\`\`\`$`, "m"))?.[1] ?? "";

const PICTURES = "_data/pictures.json";
const PROJECT = "src/content/2017/et-prosjekt-til.md";
const LAB = "src/content/2017/asker-velferdslab.md";
const read = ({ root }: Project, file: string) => readFileSync(join(root, file), "utf8");

/** One of the ways to change files that the guide names, and how it tells what is wrong. */
interface Way {
  readonly name: string;
  write(project: Project, file: string, text: string): void;
  /** Everything that the editor is shown, told to be wrong. */
  problems(project: Project): readonly string[];
}

/** Writes a file, in a new folder where there is none. */
function writeText({ root }: Project, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Plain text is all there is; the check tells its problems as annotations at their lines. */
const web: Way = {
  name: "GitHub's web editor alone",
  write: writeText,
  problems(project) {
    const { output } = project.run("check", ["--format=github", "--language"]);
    return output.split("\n").filter((line) => line.startsWith("::"));
  },
};

const Settings = z.object({
  "json.schemas": z.array(z.object({ fileMatch: z.array(z.string()), url: z.string() })),
});
const Tasks = z.object({
  tasks: z.array(z.object({ script: z.string(), problemMatcher: z.array(z.unknown()) })),
});
const Matcher = z.object({ pattern: z.object({ regexp: z.string() }) });

/** The schemas that VS Code is told of underline what is wrong as it is written; its task lists what the check says. */
const code: Way = {
  name: "the repository in VS Code",
  write(project, file, text) {
    writeText(project, file, text);
    const { "json.schemas": wired } = Settings.parse(
      JSON.parse(readFileSync(".vscode/settings.json", "utf8")),
    );
    const schema = wired.find(({ fileMatch }) => fileMatch.includes(`/${file}`));
    if (schema === undefined) return;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const fits = ajv.compile(
      z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(schema.url, "utf8"))),
    );
    assert.ok(fits(JSON.parse(text)), JSON.stringify(fits.errors));
  },
  problems(project) {
    const { tasks } = Tasks.parse(JSON.parse(readFileSync(".vscode/tasks.json", "utf8")));
    const [task] = tasks;
    assert.equal(task?.script, "check");
    const patterns = task.problemMatcher.map((matcher) => new RegExp(Matcher.parse(matcher).pattern.regexp));
    const { output } = project.run("check");
    return output.split("\n").filter((line) => patterns.some((pattern) => pattern.test(line)));
  },
};

for (const way of [web, code]) {
  test(`with ${way.name}, an editor corrects a caption, adds a project, schedules a page, withdraws one and begins an edition`, async (t) => {
    const project = copyProject();
    t.after(() => project.remove());
    const edit = (file: string, from: string, to: string) => {
      const text = read(project, file);
      assert.ok(text.includes(from), `${file}: ${from}`);
      way.write(project, file, text.replaceAll(from, to));
    };
    const page = (address: string) => read(project, `dist${address}index.html`).replaceAll("\u00ad", "");
    const addresses = () => read(project, "dist/sitemap.xml");

    edit(PICTURES, JSON.stringify(firstCaption), JSON.stringify(`${firstCaption} Tre prosjekter vant.`));
    assert.deepEqual(way.problems(project), []);

    const photograph = await (await landscape(1200, 800)).jpeg().toBuffer();
    writeFileSync(join(project.root, "src/content/2017/bilder/bord.jpg"), photograph);
    edit(PICTURES, '"pictures": [', `"pictures": [${block("json", '{\\n  "id"')},`);
    way.write(project, PROJECT, block("md", "---"));
    assert.deepEqual(way.problems(project), []);

    edit(LAB, "published: 2026-11-24", block("yaml", "published").trim());
    for (const file of ["src/content/2017/index.md", "src/content/2017/losningsjakten.md"])
      unlink(file, "asker-velferdslab.md");
    unlink("src/content/2017/holmen-svommehall.md", "asker-velferdslab.md");
    assert.deepEqual(way.problems(project), []);
    const before = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 24, 6, 59) / 1000) };
    assert.equal(project.run("build", [], before).code, 0);
    assert.match(page("/2017/bilder/"), /Tre prosjekter vant\./);
    assert.match(page("/2017/et-prosjekt-til/"), /Et prosjekt til[\s\S]*alt="Fem personer sitter/);
    assert.match(page("/2017/"), /href="\/2017\/et-prosjekt-til\/"/);
    assert.doesNotMatch(addresses(), /asker-velferdslab/);
    const due = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 24, 7, 0) / 1000) };
    assert.equal(project.run("build", [], due).code, 0);
    assert.match(addresses(), /asker-velferdslab/);

    edit(PROJECT, "title: Et prosjekt til", "title: Et prosjekt til\ndraft: true");
    assert.deepEqual(way.problems(project), []);
    assert.equal(project.run("build", [], due).code, 0);
    assert.doesNotMatch(addresses(), /et-prosjekt-til/);
    assert.doesNotMatch(page("/2017/"), /et-prosjekt-til/);

    way.write(project, "src/content/2018/index.md", block("md", "---\\ntitle: Træna"));
    way.write(project, "src/content/2018/bilder/index.md", block("md", "---\\ntitle: Bilder"));
    way.write(project, "src/content/2018/et-prosjekt-til.md", read(project, PROJECT));
    assert.deepEqual(way.problems(project), []);
    assert.equal(project.run("build", [], due).code, 0);
    assert.match(page("/2018/"), /Træna kommune vant/);
    assert.match(page("/"), /href="\/2018\/"/);

    edit(LAB, "velferdslab-familier-til-slutt", "velferdslab-familer-til-slutt");
    const told = /asker-velferdslab\.md.*Mente du «velferdslab-familier-til-slutt»/;
    assert.ok(way.problems(project).some((line) => told.test(line)));

    function unlink(file: string, target: string): void {
      const text = read(project, file);
      way.write(project, file, text.replace(new RegExp(`\\[([^\\]]+)\\]\\(${target}\\)`, "g"), "$1"));
    }
  });
}
