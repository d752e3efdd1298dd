import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { Api } from "../../src/editors/browser/api.ts";
import { UPLOADS } from "../../src/editors/browser/config.ts";
import { Desk } from "../../src/editors/browser/desk.ts";
import { readForm, toForm } from "../../src/editors/browser/entries.ts";
import { editorServer } from "../../src/editors/browser/server.ts";
import { fourFields } from "../support/photographs.ts";
import { freePort } from "../support/port.ts";
import { copyProject, type Project } from "../support/site.ts";

const PICTURES = "_data/pictures.json";
const PAGE = "src/content/2017/losningsjakten.md";

let project: Project;
let desk: Desk;
beforeEach(() => {
  project = copyProject();
  desk = new Desk(project.root, null);
});
afterEach(() => project.remove());

const read = (file: string) => readFileSync(join(project.root, file), "utf8");

/** A file's form as the editor has it, changed. */
async function edited(file: string, change: (form: Record<string, unknown>) => void) {
  const form = readForm(file, await toForm(project.root, file, read(file)));
  assert.ok(isRecord(form));
  change(form);
  return form;
}

/** A picture's row in the form of the pictures' register, changed. */
function picturesWith(id: string, change: Readonly<Record<string, unknown>>) {
  return edited(PICTURES, (form) => {
    assert.ok(Array.isArray(form.pictures));
    form.pictures = form.pictures.map((row) =>
      isRecord(row) && row.id === id ? { ...row, ...change } : row,
    );
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

test("a mistake is said at the names that the form shows, and nothing is saved", async () => {
  const before = [read(PICTURES), read(PAGE)];
  const picture = await picturesWith("vinnere", { date: "15.06.2017" });
  assert.deepEqual(await desk.save(new Map([[PICTURES, picture]])), [
    {
      where: "Bilder › Vinnere › Dato",
      message: "«15.06.2017» er ikke skrevet som en dato her. Mente du «2017-06-15»?",
      severity: "error",
    },
  ]);
  let line = 0;
  const page = await edited(PAGE, (form) => {
    form.summary = "";
    const above = `${form.body}\n## Mer\n\n`;
    line = above.split("\n").length;
    form.body = `${above}Se [hallen](holmen-svomehall.md).\n`;
    form.drawing = [{ kind: "tables" }];
  });
  const said = (await desk.save(new Map([[PAGE, page]]))).map(({ where, message }) => `${where}: ${message}`);
  assert.match(said.join("\n"), /^Sammendrag: Feltet «Sammendrag» er tomt\./m);
  assert.match(said.join("\n"), /^Tegning › Familier: Feltet «Familier» i «Tegning» mangler\./m);
  assert.match(said.join("\n"), new RegExp(`^Tekst, linje ${line}: .*holmen-svomehall`, "m"));
  const undrawn = await edited(PAGE, (form) => {
    form.drawing = [{ kind: "tables", families: "" }];
  });
  const [empty] = await desk.save(new Map([[PAGE, undrawn]]));
  assert.equal(empty?.message, "Feltet «Familier» i «Tegning» er tomt. Fyll det ut.");
  const unsourced = await edited(PAGE, (form) => {
    form.sources = ["asker-2071"];
  });
  assert.deepEqual((await desk.save(new Map([[PAGE, unsourced]])))[0], {
    where: "Kilder › nr. 1",
    message: "«asker-2071» står ikke som id i _data/sources.json (kilde). Mente du «asker-2017»?",
    severity: "error",
  });
  assert.deepEqual([read(PICTURES), read(PAGE)], before);
});

test("a draft can be saved half-finished, and what remains is told", async () => {
  const half = await edited(PAGE, (form) => {
    form.draft = true;
    form.summary = "";
  });
  const { problems, address } = await desk.look("src/content/2017/halvferdig.md", { ...half, order: 9 });
  assert.equal(address, null);
  assert.deepEqual(
    problems.map(({ where, severity }) => [where, severity]),
    [["Sammendrag", "warning"]],
  );
  assert.deepEqual(await desk.save(new Map([["src/content/2017/halvferdig.md", { ...half, order: 9 }]])), []);
  assert.match(read("src/content/2017/halvferdig.md"), /^summary: ""$/m);
  assert.equal(project.run("check").code, 0);
});

test("what was wrong already does not hinder an editor from saving something else", async () => {
  writeFileSync(join(project.root, PAGE), read(PAGE).replace("sources:\n", "sources:\n  - finnes-ikke\n"));
  const form = await edited(PAGE, (fields) => {
    fields.title = "Ny tittel";
  });
  assert.deepEqual(await desk.save(new Map([[PAGE, form]])), []);
  assert.match(read(PAGE), /^title: Ny tittel$/m);
});

test("a file that cannot be read is not overwritten by its form", async () => {
  for (const [file, broken] of [
    [PICTURES, '{ "pictures": [ }'],
    [PAGE, "---\ntitle: [\n---\nTekst\n"],
  ] as const) {
    writeFileSync(join(project.root, file), broken);
    const [problem] = await desk.save(new Map([[file, { title: "Ny", pictures: [], body: "" }]]));
    assert.match(problem?.message ?? "", /ikke kan leses/);
    assert.equal(read(file), broken);
  }
  assert.equal((await desk.save(new Map([["package.json", { name: "x" }]]))).length, 1);
  assert.equal((await desk.save(new Map([["src/content/../../x.md", { title: "x" }]]))).length, 1);
});

test("what a change breaks in other files is told with their names", async () => {
  const people = await edited("_data/people.json", (form) => {
    assert.ok(Array.isArray(form.people));
    form.people = form.people.filter((row) => isRecord(row) && row.id !== "lars-bjerke");
  });
  const { problems } = await desk.look("_data/people.json", people);
  assert.ok(
    problems.some(
      ({ where }) =>
        where === "_data/pictures.json › Bilder › Vinnere av Innovasjonsprisen › Personer › nr. 1",
    ),
  );
});

test("a picture is called and placed as its row says, follows the row's id, and goes with it", async () => {
  mkdirSync(join(project.root, UPLOADS), { recursive: true });
  const bytes = await fourFields(800, 600);
  writeFileSync(join(project.root, UPLOADS, "img-1.PNG"), bytes);
  assert.deepEqual(
    await desk.save(new Map([[PICTURES, await picturesWith("vinnere", { file: "/img-1.PNG" })]])),
    [],
  );
  const placed = "src/content/2017/bilder/vinnere.png";
  assert.ok(readFileSync(join(project.root, placed)).equals(bytes));
  assert.equal(existsSync(join(project.root, UPLOADS, "img-1.PNG")), false);
  assert.doesNotMatch(read(PICTURES), /"file"/);
  assert.equal(project.run("check").code, 0);

  const newer = await fourFields(900, 600);
  mkdirSync(join(project.root, UPLOADS), { recursive: true });
  writeFileSync(join(project.root, UPLOADS, "vinnere.png"), newer);
  assert.deepEqual(await desk.save(new Map([[PICTURES, await picturesWith("vinnere", {})]])), []);
  assert.ok(readFileSync(join(project.root, placed)).equals(newer));

  const other = await picturesWith("vinnere", { id: "utdelingen" });
  assert.deepEqual(await desk.save(new Map([[PICTURES, other]])), []);
  assert.equal(existsSync(join(project.root, placed)), false);
  const renamed = join(project.root, "src/content/2017/bilder/utdelingen.png");
  assert.ok(readFileSync(renamed).equals(newer));

  assert.deepEqual(
    await desk.save(new Map([[PICTURES, await picturesWith("utdelingen", { file: "" })]])),
    [],
  );
  assert.equal(existsSync(renamed), false);
});

test("a page that others link to is not deleted, and one that stands alone is", async () => {
  const [problem] = await desk.remove([PAGE]);
  assert.match(problem?.message ?? "", /losningsjakten/);
  assert.ok(existsSync(join(project.root, PAGE)));
  assert.deepEqual(await desk.remove(["src/content/om-nettstedet.md"]), []);
});

test("without a network, the command says what it needs and ends as the environment's fault", () => {
  const env = {
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_cache: join(project.root, "empty"),
    npm_config_fetch_retries: "0",
  };
  const { code, output } = project.run("edit", [], env);
  assert.equal(code, 3, output);
  assert.match(
    output,
    /Redigeringsverktøyet kunne ikke hentes\. Sjekk at maskinen er på nett, og prøv igjen\./,
  );
  assert.equal(project.run("edit", ["--port", "en"]).code, 2);
});

const port = await freePort();
const preview = "http://localhost:1";
const server = editorServer({
  root: ".",
  packages: ".",
  preview,
  desk: new Desk(".", null),
  api: new Api(".", new Desk(".", null)),
});
before(() => new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening)));
after(() => server.close());

function ask(method: string, headers: Readonly<Record<string, string>>, path = "/api/v1"): Promise<number> {
  const body = '{"action":"info","params":{}}';
  return new Promise((answered, failed) => {
    request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    })
      .on("error", failed)
      .end(method === "POST" ? body : undefined);
  });
}

test("the editor's server answers only its own page: no other site, by no other name, and to no form", async () => {
  const own = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    "content-type": "application/json",
  };
  assert.equal(await ask("POST", own), 200);
  assert.equal(await ask("POST", { ...own, origin: "https://ond.example" }), 403);
  assert.equal(await ask("POST", { ...own, origin: `http://localhost:${port}` }), 403);
  assert.equal(await ask("POST", { ...own, host: "ond.example" }), 403);
  assert.equal(await ask("POST", { ...own, "content-type": "text/plain" }), 403);
  assert.equal(await ask("GET", { host: `ond.example:${port}` }, "/"), 403);
  assert.equal(await ask("GET", { host: own.host }, "/"), 200);
  assert.equal(await ask("GET", { host: own.host }, "/../package.json"), 404);
});
