import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";
import { colours } from "../../src/build/format/colours.ts";
import { copyProject, filesBelow, type Project } from "../support/site.ts";

const LONG = "Kommunal- og moderniseringsdepartementet";
const LONGER =
  "Menneskerettighetsorganisasjonssekretærstillingsutlysninger i Guovdageaidnu, Kárášjohka og Deatnu & < ]]> ";

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

describe("share pictures", () => {
  let project: Project;
  const shared = () => {
    const dist = join(project.root, "dist");
    const names = filesBelow(dist).filter((name) => /^assets\/share\.[0-9a-f]+\.png$/.test(name));
    return new Map(names.map((name) => [name, readFileSync(join(dist, name))]));
  };

  before(() => {
    project = copyProject();
    for (const [file, title] of [
      ["om-nettstedet.md", LONG],
      ["om-prisen.md", LONGER.repeat(4)],
    ] as const) {
      const path = join(project.root, "src/content", file);
      writeFileSync(path, readFileSync(path, "utf8").replace(/title: .*/, `title: "${title.trim()}"`));
    }
    const { code, output } = project.run("build");
    assert.equal(code, 0, output);
  });
  after(() => project.remove());

  test("are made for every page that tells of one, 1200 by 630 pixels, below 60 kB, without metadata", async () => {
    const dist = join(project.root, "dist");
    const pages = filesBelow(dist).filter((name) => name.endsWith(".html"));
    const told = pages.flatMap((name) => {
      const [, image] =
        /"og:image" content="[^"]*\/(assets\/[^"]*)"/.exec(readFileSync(join(dist, name), "utf8")) ?? [];
      return image ?? [];
    });
    assert.equal(told.length, pages.length - 1, "all but the page for the lost");
    assert.deepEqual([...shared().keys()].sort(), told.sort());
    for (const [name, bytes] of shared()) {
      const { format, width, height, exif, icc } = await sharp(bytes).metadata();
      assert.deepEqual(
        { format, width, height, exif, icc },
        { format: "png", width: 1200, height: 630, exif: undefined, icc: undefined },
        name,
      );
      assert.ok(bytes.length < 60_000, `${name}: ${bytes.length}`);
    }
  });

  test("have the site's colours: the title in ink on paper, the sun above the fjord, and below it the eyebrow", async () => {
    /** The darkest colour in a part of a picture. */
    const darkestOf = async (image: Buffer, left: number, top: number, width: number, height: number) => {
      const data = await sharp(image).extract({ left, top, width, height }).raw().toBuffer();
      const pixels = Array.from({ length: data.length / 3 }, (_, at) => [
        ...data.subarray(at * 3, at * 3 + 3),
      ]);
      const [darkest = []] = pixels.sort((a, b) => sum(a) - sum(b));
      return `#${Buffer.from(darkest).toString("hex")}`;
    };
    for (const [name, image] of shared()) {
      assert.equal(await darkestOf(image, 0, 0, 40, 40), colours.paper, name);
      assert.equal(await darkestOf(image, 1060, 450, 16, 16), colours.sun, name);
      assert.equal(await darkestOf(image, 0, 510, 1200, 4), colours.fjord, name);
      assert.equal(await darkestOf(image, 0, 0, 1200, 408), colours.ink, name);
      assert.equal(await darkestOf(image, 0, 530, 1200, 100), colours.muted, name);
    }
  });

  test("leave a margin free of words, also under a title of many long words", async () => {
    for (const [name, bytes] of shared()) {
      const margin = { left: 1125, top: 0, width: 75, height: 500 };
      const { channels } = await sharp(await sharp(bytes).extract(margin).toBuffer()).stats();
      assert.ok(
        channels.every(({ min, max }) => min === max),
        name,
      );
    }
  });

  test("set a title in even lines, and no word alone on the last", async () => {
    const html = readFileSync(join(project.root, "dist/en/index.html"), "utf8");
    const [, image = ""] = /"og:image" content="[^"]*\/(assets\/[^"]*)"/.exec(html) ?? [];
    const above = { left: 0, top: 0, width: 1200, height: 400 };
    const words = sharp(join(project.root, "dist", image))
      .extract(above)
      .greyscale();
    const { data, info } = await words.raw().toBuffer({ resolveWithObject: true });
    /** Where the words on each row of pixels end; -1 where there are none. */
    const ends = Array.from({ length: info.height }, (_, y) =>
      data.subarray(y * info.width, (y + 1) * info.width).findLastIndex((grey) => grey < 128),
    );
    const bottom = ends.findLastIndex((end) => end !== -1);
    const last = Math.max(...ends.slice(bottom - 40, bottom + 1));
    assert.ok(last > Math.max(...ends) / 2, `the last of the lines, ${Math.max(...ends)} wide, is ${last}`);
  });

  test("are the same bytes when they are made again", () => {
    const first = shared();
    rmSync(join(project.root, ".cache"), { recursive: true });
    assert.equal(project.run("build").code, 0);
    assert.deepEqual(shared(), first);
  });
});
