import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";
import { firstCaption } from "../support/facts.ts";
import { asTaken, fourFields, landscape, SECRETS, stored } from "../support/photographs.ts";
import { copyProject, filesBelow, type Project, pagesOf } from "../support/site.ts";

const FOLDER = "src/content/2017/bilder";
const REGISTER = "_data/pictures.json";

function put(project: Project, name: string, bytes: Uint8Array): void {
  writeFileSync(join(project.root, FOLDER, name), bytes);
}

function edit(project: Project, file: string, change: (text: string) => string): void {
  const path = join(project.root, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

function build(project: Project): void {
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
}

describe("the two missing photographs, put in place with what is known of them", () => {
  let project: Project;
  let pages: ReadonlyMap<string, string>;
  const dist = () => join(project.root, "dist");
  const page = (url: string) => pages.get(url) ?? "";

  before(async () => {
    project = copyProject();
    put(
      project,
      "vinnere.jpg",
      await asTaken(await landscape(3000, 2000), 6)
        .jpeg()
        .toBuffer(),
    );
    put(project, "vinnere-av-innovasjonsprisen.webp", await (await landscape(800, 600)).webp().toBuffer());
    edit(project, REGISTER, (text) =>
      text
        .replaceAll('"credit": "ukjent"', '"credit": "Kari Nordmann"')
        .replace('"licence": "ukjent"', '"licence": "CC BY 4.0"'),
    );
    build(project);
    pages = pagesOf(dist());
  });
  after(() => project.remove());

  test("take the drawings' places everywhere, and nothing says any longer that they are missing", () => {
    for (const url of ["/2017/", "/2017/bilder/", "/2017/bilder/vinnere/"]) {
      assert.match(
        page(url),
        /<img [^>]*src="\/assets\/vinnere\.[0-9a-f]{10}\.1414\.jpg"[^>]* width="1414" height="2121"/,
        url,
      );
      assert.doesNotMatch(page(url), /Illustrasjon|tegning til det er på plass/, url);
    }
    assert.match(page("/2017/"), /Foto: Kari Nordmann\. Lisens: ukjent\./);
  });

  test("are never larger than the original, and come in AVIF, WebP and JPEG", () => {
    const widths = [
      ...page("/2017/bilder/").matchAll(/vinnere-av-innovasjonsprisen\.[0-9a-f]+\.(\d+)\.(\w+) /g),
    ];
    assert.equal(Math.max(...widths.map(([, width]) => Number(width))), 800);
    assert.deepEqual([...new Set(widths.map(([, , format]) => format))], ["avif", "webp", "jpg"]);
  });

  test("show their own colour first; the first of a contact sheet is fetched at once, the others when they are near", () => {
    const imagesOf = (url: string) => [...page(url).matchAll(/<img [^>]*>/g)].map(([image]) => image);
    const images = imagesOf("/2017/bilder/");
    assert.equal(images.length, 2);
    assert.match(images[0] ?? "", /loading="eager" fetchpriority="high"/);
    assert.match(images[1] ?? "", /loading="lazy"/);
    // Those of an article stand screens below its beginning.
    assert.deepEqual(
      imagesOf("/2017/").map((image) => /loading="(\w+)" decoding/.exec(image)?.[1]),
      ["lazy", "lazy"],
    );
    assert.match(page("/2017/bilder/"), /<rect width="100%" height="100%" fill="#[0-9a-f]{6}">/);
  });

  test("are offered to editorial staff where the licence allows it, with size and caption", () => {
    const press = /<section class="press".*?<\/section>/.exec(page("/2017/bilder/"))?.[0] ?? "";
    assert.match(press, /<a href="\/assets\/vinnere-av-innovasjonsprisen\.[^"]*\.800\.jpg" download>/);
    assert.match(press, /\(800 × 600 piksler, \d+.kB\)/);
    assert.ok(press.includes(`${firstCaption} Foto: Kari Nordmann. Lisens: CC BY 4.0.`), press);
    assert.doesNotMatch(press, /Statssekretær/);
  });

  test("are told to search engines with their pages, credit and licence", () => {
    const sitemap = readFileSync(join(dist(), "sitemap.xml"), "utf8");
    assert.equal(sitemap.match(/<image:loc>https:\/\/[^<]*\.jpg<\/image:loc>/g)?.length, 2);
    const own = page("/2017/bilder/vinnere-av-innovasjonsprisen/");
    assert.match(own, /"@type":"ImageObject"/);
    assert.match(own, /"creditText":"Kari Nordmann"/);
    assert.match(own, /"license":"https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/"/);
  });

  test("leave no metadata and no original in any byte of the site", () => {
    const names = filesBelow(dist());
    assert.equal(names.filter((name) => name.startsWith("assets/vinnere.")).length, 10);
    for (const name of names) {
      const bytes = readFileSync(join(dist(), name));
      for (const secret of SECRETS) assert.ok(!bytes.includes(secret), `${name} holds ${secret}`);
    }
  });

  test("are made once: the next build makes nothing, and a damaged file again, with the same bytes", () => {
    const cache = join(project.root, ".cache/made");
    const pictures = () =>
      new Map(
        filesBelow(dist())
          .filter((name) => /\.(?:avif|webp|jpg)$/.test(name))
          .map((name) => [name, readFileSync(join(dist(), name))]),
      );
    const written = () =>
      new Map(
        readdirSync(cache)
          .filter((name) => /\.(?:avif|webp|jpeg)$/.test(name))
          .map((name) => [name, statSync(join(cache, name)).mtimeMs]),
      );
    const [first, firstWritten] = [pictures(), written()];
    build(project);
    assert.deepEqual(written(), firstWritten);
    // What every build uses is not thrown away, however old it is; what none uses is, whatever it is.
    mkdirSync(join(cache, "kopi/under"), { recursive: true });
    const journal = Object.fromEntries(readdirSync(cache).map((name) => [name, 0]));
    writeFileSync(join(cache, "unused-since.json"), JSON.stringify(journal));
    appendFileSync(join(project.root, "src/content/om-nettstedet.md"), "\nEnda et avsnitt.\n");
    build(project);
    assert.deepEqual(written(), firstWritten);
    assert.ok(!existsSync(join(cache, "kopi")));
    const damaged = [...firstWritten.keys()].find((name) => name.endsWith(".webp")) ?? "";
    writeFileSync(join(cache, damaged), "skadet");
    build(project);
    assert.deepEqual(pictures(), first);
  });

  test("are made of the file that lies there now, when it has been replaced", async () => {
    put(project, "vinnere.jpg", await (await landscape(1200, 800)).jpeg().toBuffer());
    build(project);
    assert.match(
      pagesOf(dist()).get("/2017/bilder/vinnere/") ?? "",
      /\.1200\.jpg"[^>]* width="1200" height="800"/,
    );
  });
});

describe("photographs of every kind that cameras and programs make", () => {
  let project: Project;
  const colourAt = async (id: string, x: number, y: number): Promise<readonly number[]> => {
    const dist = join(project.root, "dist/assets");
    const name = readdirSync(dist).find((file) => file.startsWith(`${id}.`) && file.endsWith(".jpg")) ?? "";
    const { data, info } = await sharp(join(dist, name)).raw().toBuffer({ resolveWithObject: true });
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(at, at + 3)];
  };
  const isNear = (found: readonly number[], wanted: readonly number[], what: string) =>
    assert.ok(
      found.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 14),
      `${what}: ${found} is not ${wanted}`,
    );

  before(async () => {
    project = copyProject();
    const upright = await fourFields(700, 620);
    const files = new Map<string, Buffer>();
    for (let orientation = 1; orientation <= 8; orientation++)
      files.set(
        `snudd-${orientation}.jpg`,
        await asTaken(sharp(await stored(upright, orientation)), orientation)
          .jpeg({ quality: 95 })
          .toBuffer(),
      );
    files.set(
      "cmyk.jpg",
      await sharp(upright).toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 95 }).toBuffer(),
    );
    files.set("dyp.png", await sharp(upright).toColourspace("rgb16").png().toBuffer());
    files.set("bred.png", await sharp(upright).withIccProfile("p3").png().toBuffer());
    files.set(
      "stor.jpg",
      await sharp(upright).resize(7200, 5400, { fit: "fill", kernel: "nearest" }).jpeg().toBuffer(),
    );
    files.set(
      "gjennomsiktig.png",
      await sharp({ create: { width: 700, height: 620, channels: 4, background: "#0000" } })
        .png()
        .toBuffer(),
    );
    edit(project, REGISTER, (text) => {
      const register = JSON.parse(text);
      const [model] = register.pictures;
      for (const [name, bytes] of files) {
        put(project, name, bytes);
        const id = name.replace(/\..*/, "");
        register.pictures.push({
          ...model,
          id,
          title: `Bildet ${id}`,
          alt: `Fire felter, ${id}`,
          people: [],
          standIn: null,
        });
      }
      return JSON.stringify(register, null, 2);
    });
    build(project);
  });
  after(() => project.remove());

  for (let orientation = 1; orientation <= 8; orientation++) {
    test(`orientation ${orientation} stands upright`, async () => {
      const id = `snudd-${orientation}`;
      isNear(await colourAt(id, 0.25, 0.25), [200, 40, 40], "upper left");
      isNear(await colourAt(id, 0.75, 0.25), [40, 160, 60], "upper right");
      isNear(await colourAt(id, 0.25, 0.75), [40, 60, 200], "lower left");
      isNear(await colourAt(id, 0.75, 0.75), [240, 240, 240], "lower right");
    });
  }

  for (const id of ["dyp", "bred", "stor"]) {
    test(`«${id}» has the colours it had, in sRGB`, async () => {
      isNear(await colourAt(id, 0.25, 0.25), [200, 40, 40], "upper left");
      isNear(await colourAt(id, 0.25, 0.75), [40, 60, 200], "lower left");
    });
  }

  test("CMYK becomes sRGB, as near as ink can be", async () => {
    const [red = 0, green = 0, blue = 0] = await colourAt("cmyk", 0.25, 0.25);
    assert.ok(red > 150 && green < 90 && blue < 90, `${red} ${green} ${blue}`);
  });

  test("what is transparent is white in JPEG", async () => {
    isNear(await colourAt("gjennomsiktig", 0.5, 0.5), [255, 255, 255], "the middle");
  });

  test("no byte of the site tells of camera, owner or position", () => {
    const dist = join(project.root, "dist");
    for (const name of filesBelow(dist)) {
      const bytes = readFileSync(join(dist, name));
      for (const secret of SECRETS) assert.ok(!bytes.includes(secret), `${name} holds ${secret}`);
    }
  });
});
