import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { osloClock, osloMoment } from "../../src/build/format/oslo.ts";
import { copyContent, copyProject, digestOf, filesBelow, type Project } from "../support/site.ts";

const PROJECT = "src/content/2017/losningsjakten.md";

/** A project page that nothing links to, with more fields in its head. */
function addProject(root: string, name: string, order: number, fields: string): void {
  const text = readFileSync(join(root, PROJECT), "utf8")
    .replace(/^title: .*/m, `title: Prosjektet ${name}`)
    .replace(/^order: .*/m, `order: ${order}`)
    .replace("---\n", `---\n${fields}\n`);
  writeFileSync(join(root, `src/content/2017/${name}.md`), text);
}

/** Seconds since 1970, as the environment gives them. */
function epoch(clock: string): NodeJS.ProcessEnv {
  return { SOURCE_DATE_EPOCH: String(Number(osloMoment(clock)) / 1000) };
}

let project: Project;
before(() => {
  project = copyProject();
});
after(() => project.remove());

test("a page that waits is nowhere in what is built until the second it is due; a draft never is", () => {
  addProject(project.root, "venter", 8, "publishAt: 2026-12-24 08:00");
  const published = join(project.root, "src/content/2017/venter.md");
  writeFileSync(
    published,
    readFileSync(published, "utf8").replace(/^published: .*/m, "published: 2026-12-24"),
  );
  addProject(project.root, "kladd", 9, "draft: true");
  addProject(project.root, "uferdig", 9, "draft: true");
  const unfinished = join(project.root, "src/content/2017/uferdig.md");
  const incomplete = readFileSync(unfinished, "utf8").replace(/^summary: .*\n(?: .*\n)*/m, "");
  writeFileSync(unfinished, incomplete.replace(/^figures:\n(?: .*\n)*/m, "figures: []\n"));

  // Only the preview shows what waits, whatever the environment says to a build.
  const early = project.run("build", [], { ...epoch("2026-12-24 07:59"), SHOW_WAITING: "1" });
  assert.equal(early.code, 0, early.output);
  assert.match(early.output, /Venter: src\/content\/2017\/kladd\.md \(utkast\)/);
  assert.match(early.output, /Venter: src\/content\/2017\/venter\.md \(til 2026-12-24 08:00, norsk tid\)/);
  assert.match(early.output, /uferdig\.md:\d+:\d+ advarsel missing-key: Feltet «summary» mangler/);
  const dist = join(project.root, "dist");
  const mentions = (word: string) =>
    filesBelow(dist).filter(
      (file) => file.includes(word.toLowerCase()) || readFileSync(join(dist, file), "utf8").includes(word),
    );
  for (const word of ["venter", "kladd", "uferdig"]) assert.deepEqual(mentions(`Prosjektet ${word}`), []);
  assert.deepEqual(
    filesBelow(dist).filter((file) => /venter|kladd|uferdig/.test(file)),
    [],
  );
  const first = digestOf(dist);

  // Between the same two due times, the moment of building leaves no trace.
  assert.equal(project.run("build", [], epoch("2026-11-30 12:00")).code, 0);
  assert.equal(digestOf(dist), first);

  const due = project.run("build", [], epoch("2026-12-24 08:00"));
  assert.equal(due.code, 0, due.output);
  const found = mentions("Prosjektet venter");
  for (const file of ["2017/venter/index.html", "2017/index.html", "feed.xml", "data/innovasjonsprisen.json"])
    assert.ok(found.includes(file), file);
  assert.match(readFileSync(join(dist, "sitemap.xml"), "utf8"), /\/2017\/venter\//);
  for (const word of ["kladd", "uferdig"]) assert.deepEqual(mentions(`Prosjektet ${word}`), []);

  // Of the same sources, on the same day: only the clock tells that what stands is not what is to be shown.
  assert.equal(project.run("build", [], epoch("2026-12-24 07:59")).code, 0);
  assert.equal(digestOf(dist), first);
  assert.equal(project.run("build", [], epoch("2026-12-24 08:00")).code, 0);
  assert.deepEqual(mentions("Prosjektet venter"), found);
});

test("a build time that cannot be read is a wrong use", () => {
  for (const command of ["build", "check"] as const) {
    const { code, output } = project.run(command, [], { SOURCE_DATE_EPOCH: "i går" });
    assert.equal(code, 2);
    assert.match(output, /SOURCE_DATE_EPOCH er «i går»\. Skriv et helt tall/);
  }
});

test("days to come are told on a page that readers see, until they begin in Norway", async (t) => {
  const copy = copyContent();
  t.after(() => copy.remove());
  const path = join(copy.root, PROJECT);
  const changes = "changes:\n  - date: 2026-12-25\n    text: Rettet antall deltakere.";
  const changed = `published: 2026-12-24\n${changes}`;
  const told = async (fields: string, clock: string) => {
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("published: 2026-11-24", fields));
    const reading = await readContent(copy.root, { now: Number(osloMoment(clock)), waitingToo: false });
    writeFileSync(path, text);
    return reading.problems.filter(({ file }) => file === PROJECT).map(sayProblem);
  };
  const [page, change, ...more] = await told(changed, "2026-12-23 23:59");
  assert.match(
    page ?? "",
    /md:9:12 advarsel future-date: .*24\.\u00a0desember 2026.*«publishAt: 2026-12-24 08:00»/,
  );
  assert.match(change ?? "", /md:11:11 advarsel future-date: .*25\.\u00a0desember 2026/);
  assert.deepEqual(more, []);
  assert.deepEqual(await told(changed, "2026-12-25 00:00"), []);
  assert.deepEqual(await told("published: 2026-12-24\npublishAt: 2026-12-24 08:00", "2026-12-23 12:00"), []);
  assert.deepEqual(await told("published: 2026-12-24\ndraft: true", "2026-12-23 12:00"), []);
  // By a clock that is years behind every page is of a day to come: that is not told of each.
  const { problems } = await readContent(copy.root, { now: Date.UTC(2020, 0, 1), waitingToo: false });
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    Array.from({ length: 5 }, () => "future-date"),
  );
});

test("an unsafe draft is still refused, and so is one that the site cannot be without", async (t) => {
  const copy = copyContent();
  t.after(() => copy.remove());
  addProject(copy.root, "farlig", 9, "draft: true");
  const file = join(copy.root, "src/content/2017/farlig.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n<b>Nytt</b>, og [mer](javascript:alert).\n`);
  const index = join(copy.root, "src/content/2017/bilder/index.md");
  writeFileSync(index, readFileSync(index, "utf8").replace("---\n", "---\npublishAt: 2026-11-24 08:00\n"));
  const { site, problems } = await readContent(copy.root, { now: 0, waitingToo: false });
  assert.equal(site, null);
  const errors = problems.filter(({ severity }) => severity === "error");
  assert.deepEqual(
    errors.map(({ rule }) => rule),
    ["misplaced-draft", "raw-html", "unsafe-link"],
    errors.map(sayProblem).join("\n"),
  );
});

test("of a page and a draft with the same place in the row, the draft is told, and the page stands", async (t) => {
  const copy = copyContent();
  t.after(() => copy.remove());
  addProject(copy.root, "aa-utkast", 3, "draft: true");
  const { site, problems } = await readContent(copy.root);
  assert.match(
    problems.map(sayProblem).join("\n"),
    /^src\/content\/2017\/aa-utkast\.md:\d+:8 advarsel duplicate-value: [^\n]*losningsjakten\.md[^\n]*$/,
  );
  assert.equal(site?.articles[0]?.projects.length, 3);
});

test("an edition's pages wait for its article, and a draft edition leaves the rest as it was", async (t) => {
  const copy = copyContent();
  t.after(() => copy.remove());
  for (const name of ["index.md", "bilder/index.md"]) {
    const path = join(copy.root, "src/content/2017", name);
    writeFileSync(path, readFileSync(path, "utf8").replace("---\n", "---\ndraft: true\n"));
  }
  const { problems } = await readContent(copy.root);
  assert.ok(problems.length > 0);
  assert.deepEqual([...new Set(problems.map(({ rule }) => rule))], ["link-to-draft"]);
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const path = join(copy.root, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(/\[([^\]\n]*)\]\([^)\s]*2017[^)]*\)/g, "$1"));
  }
  const { site, waiting, ...rest } = await readContent(copy.root);
  assert.deepEqual(rest.problems.map(sayProblem), []);
  assert.deepEqual(
    site?.pages.filter(({ url }) => url.includes("2017")),
    [],
  );
  assert.equal(waiting.length, 5);
  assert.equal(site?.editions.find(({ year }) => year === 2017)?.url, null);
  const preview = await readContent(copy.root, { now: 0, waitingToo: true });
  assert.deepEqual(preview.site?.articles[0]?.projects[0]?.waits, { until: null });
});

test("a picture of an edition that waits is told where readers would see it, or be led to it", async (t) => {
  const copy = copyContent();
  t.after(() => copy.remove());
  for (const name of ["index.md", "bilder/index.md"]) {
    const path = join(copy.root, "src/content/2017", name);
    writeFileSync(path, readFileSync(path, "utf8").replace("---\n", "---\ndraft: true\n"));
  }
  const page = join(copy.root, "src/content/om-nettstedet.md");
  const text = `${readFileSync(page, "utf8")}\n![](vinnere)\n\nSe [vinnerne](/2017/bilder/vinnere/).\n`;
  writeFileSync(page, text);
  const told = (await readContent(copy.root)).problems.filter(({ file }) =>
    file.endsWith("om-nettstedet.md"),
  );
  const [picture = "", link = ""] = told.map(sayProblem);
  assert.equal(told.length, 2);
  assert.match(picture, /:28:5 feil link-to-draft: Bildet «vinnere» hører til utgaven 2017/);
  assert.match(link, /:30:15 feil link-to-draft: Leserne ser ikke siden «\/2017\/bilder\/vinnere\/»/);
});

test("times are Norway's: summer time is kept, and an hour that is missing or comes twice is told", () => {
  assert.equal(osloMoment("2026-12-24 08:00"), Date.UTC(2026, 11, 24, 7));
  assert.equal(osloMoment("2026-07-01 08:00"), Date.UTC(2026, 6, 1, 6));
  assert.equal(osloClock(Date.UTC(2026, 6, 1, 6)), "2026-07-01 08:00");
  assert.equal(osloMoment("2027-03-28 02:30"), "skipped");
  assert.equal(osloMoment("2026-10-25 02:30"), "twice");
  assert.equal(osloMoment("2026-02-30 08:00"), "no such date");
  assert.equal(osloMoment("2026-12-24 25:00"), "no such date");
});
