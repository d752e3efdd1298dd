import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { osloMoment } from "../../../src/build/format/oslo.ts";
import { landscape } from "../../support/photographs.ts";
import { Editor } from "./editor.ts";

let editor: Editor;
before(async () => {
  editor = await Editor.open();
});
after(() => editor.close());

const read = (file: string) => readFileSync(join(editor.project.root, file), "utf8");

/** Every file's form, and the row to unfold where the form begins with a list. */
const forms: readonly (readonly [route: string, row?: string])[] = [
  ["utgaven-2017/entries/artikkel-2017"],
  ["utgaven-2017/entries/bilder-2017"],
  ["prosjekter-2017/entries/asker-velferdslab"],
  ["prosjekter-2017/entries/holmen-svommehall"],
  ["prosjekter-2017/entries/losningsjakten"],
  ["sider/entries/404"],
  ["sider/entries/data"],
  ["sider/entries/index"],
  ["sider/entries/kilder"],
  ["sider/entries/om-nettstedet"],
  ["sider/entries/om-prisen"],
  ["sider-en/entries/index"],
  ["registre/entries/site"],
  ["registre/entries/prize"],
  ["registre/entries/organisations", "Asker kommune"],
  ["registre/entries/people", "Lene Conradi"],
  ["registre/entries/sources", "Asker kommune"],
  ["registre/entries/figures", "783 deltakere i alt"],
  ["registre/entries/pictures", "Vinnere"],
  ["registre/entries/editions", "2017"],
  ["registre/entries/timeline", "Holmen svømmehall åpner."],
  ["registre/entries/terms", "Borgen"],
];

test("every content and data file, opened and saved without a change, keeps every byte", async (t) => {
  for (const [route, row] of forms)
    await t.test(route, async () => {
      await editor.visit(route);
      if (row !== undefined) await editor.unfold(row);
      const field = editor.page.locator("input[type=text]:visible, textarea:visible").first();
      const text = await field.inputValue();
      // Without any change there is nothing to click; a space at the end is one, and is not written.
      await field.fill(`${text} `);
      assert.equal(await editor.save(), "Lagret");
      assert.equal(editor.changes(), "");
    });
});

test("a corrected caption shows in the page before it is saved, and then changes its own line", async () => {
  await editor.visit("registre/entries/pictures");
  await editor.unfold("Vinnere");
  await editor.field("Bildetekst").fill("Statssekretær Paul Chaffey har delt ut prisen.");
  await editor.preview.getByText("Statssekretær Paul Chaffey har delt ut prisen.").first().waitFor();
  assert.equal(editor.changes(), "");
  await editor.save();
  const lines = editor
    .changes()
    .split("\n")
    .filter((line) => /^[+-] /.test(line));
  assert.deepEqual(lines.length, 2, lines.join("\n"));
  assert.equal(lines[1], '+      "caption": "Statssekretær Paul Chaffey har delt ut prisen.",');
  assert.equal(editor.project.run("check").code, 0);
  editor.commit();
});

test("a mistake is told at the field's name while it is written, and is not saved; nothing written is lost", async () => {
  await editor.visit("registre/entries/pictures");
  await editor.unfold("Vinnere");
  await editor.field("Dato").fill("15.06.2017");
  const message =
    "Bilder › Vinnere › Dato: «15.06.2017» er ikke skrevet som en dato her. Mente du «2017-06-15»?";
  await editor.opinion.getByText("Mente du «2017-06-15»?").waitFor();
  assert.equal(await editor.opinion.innerText(), message);
  assert.match(await editor.save(), new RegExp(`^Ikke lagret\\..*${message.replace("?", "\\?")}`, "s"));
  assert.equal(editor.changes(), "");
  assert.equal(await editor.field("Dato").inputValue(), "15.06.2017");
  await editor.field("Dato").press("ControlOrMeta+A");
  await editor.field("Dato").pressSequentially("2017-06-14");
  assert.equal(await editor.save(), "Lagret");
  assert.match(editor.changes(), /^\+ {6}"date": "2017-06-14",$/m);
  editor.commit();
});

test("a picture is uploaded to its edition's folder, called as its id, and shows in the page", async () => {
  const file = join(editor.project.root, "IMG 0001.JPG");
  await (await landscape(1200, 800)).jpeg().toFile(file);
  await editor.visit("registre/entries/pictures");
  await editor.unfold("Vinnere");
  await editor.page.getByRole("button", { name: "Velg et bilde" }).locator("visible=true").last().click();
  await editor.page.locator("input[type=file]").setInputFiles(file);
  await editor.page.getByText("img-0001.jpg").first().waitFor();
  await editor.page.getByRole("button", { name: "Velg markert" }).click();
  await editor.preview.locator('img[src*="vinnere"]').first().waitFor();
  assert.equal(existsSync(join(editor.project.root, "src/content/2017/bilder/vinnere.jpg")), false);
  await editor.save();
  assert.equal(editor.changes(), "?? src/content/2017/bilder/vinnere.jpg\n");
  assert.equal(editor.project.run("check").code, 0);
  editor.commit();
});

const PAGE = "src/content/2017/nytt-prosjekt-pa-asen.md";

test("a project is begun as a draft, is saved half-finished, and is finished, all in forms", async () => {
  await editor.visit("prosjekter-2017/new");
  await editor.field("Tittel").fill("Nytt prosjekt på Åsen");
  await editor.opinion.getByText("Sammendrag").first().waitFor();
  await editor.save();
  assert.match(read(PAGE), /^---\ntitle: Nytt prosjekt på Åsen\n/);
  assert.match(read(PAGE), /^draft: true$/m);
  assert.equal(editor.project.run("check").code, 0);
  await editor.field("Beskrivelse").fill("Et prosjekt som er lagt til i nettleseren.");
  await editor.field("Ingress").fill("Ingressen til prosjektet.");
  await editor.field("Publisert").fill("2026-12-24");
  await editor.field("Sammendrag").fill("Et prosjekt i én setning.");
  await editor.field("Plass i rekken").fill("4");
  await editor.choose("Nøkkeltall", "783");
  await editor.page.getByRole("button", { name: "Velg tegning" }).click();
  await editor.page.getByRole("menuitem", { name: "Bord" }).click();
  await editor.choose("Familier", "familier eller", "15 familier eller innbyggere");
  await editor.choose("Kilder", "asker-2017");
  await editor.field("Tekst").fill("## Slik begynte det\n\nAsker prøvde noe nytt.\n\n![](vinnere)");
  await editor.preview.getByText("Slik begynte det").first().waitFor();
  await editor.save();
  assert.match(read(PAGE), /^drawing:\n {2}kind: tables\n {2}families: velferdslab-familier$/m);
  assert.match(read(PAGE), /\n---\n\n## Slik begynte det\n\nAsker prøvde noe nytt\.\n\n!\[\]\(vinnere\)\n$/);
  const check = editor.project.run("check");
  assert.equal(check.code, 0, check.output);
  assert.doesNotMatch(check.output, /nytt-prosjekt-pa-asen\.md:\d/);
});

const at = (clock: string) => ({ SOURCE_DATE_EPOCH: String(Number(osloMoment(clock)) / 1000) });
const built = () => existsSync(join(editor.project.root, "dist/2017/nytt-prosjekt-pa-asen/index.html"));

test("a page is scheduled, is published at its time, and is withdrawn", async () => {
  await editor.visit("prosjekter-2017/entries/nytt-prosjekt-pa-asen");
  await editor.field("Utkast").click();
  await editor.field("Blir synlig").fill("2026-12-24 08:00");
  await editor.save();
  assert.doesNotMatch(read(PAGE), /^draft/m);
  assert.match(read(PAGE), /^publishAt: 2026-12-24 08:00$/m);
  assert.equal(editor.project.run("build", [], at("2026-12-24 07:59")).code, 0);
  assert.equal(built(), false);
  assert.equal(editor.project.run("build", [], at("2026-12-24 08:00")).code, 0);
  assert.equal(built(), true);
  await editor.field("Utkast").click();
  await editor.save();
  assert.match(read(PAGE), /^draft: true$/m);
  assert.equal(editor.project.run("build", [], at("2026-12-25 08:00")).code, 0);
  assert.equal(built(), false);
});

test("a page that others link to is not deleted", async () => {
  await editor.visit("prosjekter-2017/entries/losningsjakten");
  await editor.page.getByRole("button", { name: "Slett" }).first().click();
  await editor.page
    .getByText(/Ikke slettet\./)
    .first()
    .waitFor();
  assert.ok(existsSync(join(editor.project.root, "src/content/2017/losningsjakten.md")));
});

test("all along, the page asked no other machine for anything, and reported no mistake", () => {
  assert.deepEqual(editor.faults, []);
});
