import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import * as z from "zod";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { readDrawing } from "../../src/build/pictures/vector.ts";
import { copyContent } from "../support/site.ts";

const FOLDER = "src/content/2017/bilder";
/** Where the picture «vinnere» begins in the register. */
const PLACE = /^_data\/pictures\.json:\d+:\d+ feil /;

/** What is said of a copy of the content with one more file among its pictures. */
async function saidOf(name: string, bytes: Uint8Array | string, change = (text: string) => text) {
  const { root, remove } = copyContent();
  try {
    writeFileSync(join(root, FOLDER, name), bytes);
    const register = join(root, "_data/pictures.json");
    writeFileSync(register, change(readFileSync(register, "utf8")));
    const { site, problems } = await readContent(root);
    const pictures = site?.articles.flatMap((article) => article.pictures) ?? [];
    return { said: problems.map(sayProblem), picture: pictures.find(({ id }) => id === "vinnere") };
  } finally {
    remove();
  }
}

const Registers = z.object({ pictures: z.array(z.looseObject({})) });

const plain = (width: number, height = 500) =>
  sharp({ create: { width, height, channels: 3, background: "#0a4a56" } });
/** Two frames, one after the other. */
async function animatedWebp(): Promise<Buffer> {
  const frames = [await plain(700).png().toBuffer(), await plain(700).negate().png().toBuffer()];
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 250">${inside}</svg>`;

/** A PNG that moves (APNG 1.0): its control chunk stands before the picture's own data. */
async function animatedPng(): Promise<Buffer> {
  const png = await plain(700).png().toBuffer();
  const at = png.indexOf("IDAT") - 4;
  return Buffer.concat([
    png.subarray(0, at),
    Buffer.from("000000086163544c0000000200000000f38d9370", "hex"),
    png.subarray(at),
  ]);
}

const refused: readonly (readonly [
  what: string,
  name: string,
  bytes: () => Promise<Uint8Array | string>,
  told: RegExp,
])[] = [
  [
    "half a JPEG",
    "vinnere.jpg",
    async () => (await plain(900).jpeg().toBuffer()).subarray(0, 2000),
    /damaged-picture: .*Slutten mangler/,
  ],
  [
    "half a PNG",
    "vinnere.png",
    async () => (await plain(900).png().toBuffer()).subarray(0, 1500),
    /damaged-picture/,
  ],
  [
    "a PNG named .jpg",
    "vinnere.jpg",
    () => plain(900).png().toBuffer(),
    /picture-type: .*heter \.jpg, men inneholder png/,
  ],
  ["a WebP that moves", "vinnere.webp", animatedWebp, /picture-type: .*animert/],
  ["a PNG that moves", "vinnere.png", animatedPng, /picture-type: .*animert/],
  [
    "HEIC named .jpg",
    "vinnere.jpg",
    async () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
    /picture-type: .*er HEIC.*som JPEG/,
  ],
  [
    "HEIC of the general brand, named .jpg",
    "vinnere.jpg",
    async () => Buffer.from("\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "latin1"),
    /picture-type: .*er HEIC.*som JPEG/,
  ],
  ["words in a file named .jpg", "vinnere.jpg", async () => "Dette er ikke noe bilde.", /damaged-picture/],
  [
    "a picture for a postage stamp",
    "vinnere.jpg",
    () => plain(300).jpeg().toBuffer(),
    /picture-size: .*300 × 500 piksler/,
  ],
  [
    "more than 40 megapixels",
    "vinnere.png",
    () => plain(9000, 6000).png().toBuffer(),
    /picture-size: .*40 megapiksler; 2000 piksler/,
  ],
  [
    "a drawing with a script",
    "vinnere.svg",
    async () => svg("<script>alert(1)</script>"),
    /picture-type: .*<script>/,
  ],
  [
    "a drawing with a handler",
    "vinnere.svg",
    async () => svg('<path d="M0 0" onclick="x()"/>'),
    /picture-type: .*onclick/,
  ],
  [
    "a drawing with a foreign object",
    "vinnere.svg",
    async () => svg("<foreignObject><p>x</p></foreignObject>"),
    /picture-type: .*<foreignObject>/,
  ],
  [
    "a drawing with an embedded picture",
    "vinnere.svg",
    async () => svg('<image href="data:image/png;base64,AA"/>'),
    /picture-type: .*<image>/,
  ],
  [
    "a drawing that fetches",
    "vinnere.svg",
    async () => svg("<style>@import url(https://example.org/x.css)</style>"),
    /picture-type: .*url/,
  ],
  [
    "a drawing that paints from elsewhere",
    "vinnere.svg",
    async () => svg('<path d="M0 0" fill="url(https://example.org/#a)"/>'),
    /picture-type: .*fill/,
  ],
  [
    "a drawing that uses another file",
    "vinnere.svg",
    async () => svg('<use href="https://example.org/x.svg#a"/>'),
    /picture-type: .*href/,
  ],
  [
    "a drawing of no size",
    "vinnere.svg",
    async () => "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    /picture-size: .*viewBox/,
  ],
  ["half a drawing", "vinnere.svg", async () => svg("<g>").slice(0, -3), /damaged-picture/],
];

for (const [what, name, bytes, told] of refused) {
  test(`${what} is refused in words, at its line in the register`, async () => {
    const { said } = await saidOf(name, await bytes());
    assert.ok(
      said.some((line) => told.test(line) && PLACE.test(line) && line.includes(`${FOLDER}/${name}`)),
      said.join("\n"),
    );
  });
}

test("the narrowest picture, and one of each type, are taken", async () => {
  for (const [name, picture] of [
    ["vinnere.jpg", plain(600).jpeg()],
    ["vinnere.png", plain(700).png()],
    ["vinnere.webp", plain(700).webp()],
    ["vinnere.avif", plain(700).avif()],
  ] as const)
    assert.deepEqual((await saidOf(name, await picture.toBuffer())).said, [], name);
});

for (const [what, text, told] of [
  ["an entity", `<!DOCTYPE svg [<!ENTITY a "x">]>${svg("<g/>")}`, "<!ENTITY>"],
  ["a style sheet from elsewhere", `<?xml-stylesheet href="x.css"?>${svg("<g/>")}`, "<?xml-stylesheet?>"],
  ["a style that imports", svg("<style>@import 'https://example.org/x.css';</style>"), "url()"],
  [
    "a style that fetches, as character data",
    svg("<style><![CDATA[g{fill:url(https://example.org/a)}]]></style>"),
    "url()",
  ],
  ["a style that is a program", svg('<g style="width:expression(x())"/>'), 'style="…"'],
  ["a style that hides what it fetches", svg('<g style="fill:u\\72l(https://example.org/a)"/>'), 'style="…"'],
  [
    "a link of the old form",
    svg('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/x.svg#a"/>'),
    'xlink:href="…"',
  ],
] as const)
  test(`a drawing with ${what} is refused for that`, async () => {
    const drawing = await readDrawing(text, "vinnere");
    assert.ok("message" in drawing && drawing.message.includes(`Tegningen har ${told}, som ikke`), told);
  });

test("a drawing whose size cannot be read is refused for that", async () => {
  for (const size of ["", "0 0 480", "0 0 480 250 1", "0 0 480 0", "0 0 a b"]) {
    const drawing = await readDrawing(svg("<g/>").replace("0 0 480 250", size), "vinnere");
    assert.equal("rule" in drawing ? drawing.rule : null, "picture-size", size);
  }
});

test("of a drawing its program's own marks are left out, and its ids begin with the picture's", async () => {
  const script = '<cc:script xmlns:cc="http://www.w3.org/2000/svg">alert(1)</cc:script>';
  const marks = `<metadata><rdf:RDF xmlns:rdf="x"/></metadata><sodipodi:namedview xmlns:sodipodi="x"/>${script}`;
  const gradient = '<defs><linearGradient id="a"><stop stop-color="#fff"/></linearGradient></defs>';
  const path = `<path d="M0 0h480v250z" fill="url('#a')"/>`;
  const drawing = await readDrawing(svg(marks + gradient + path), "vinnere");
  assert.ok("svg" in drawing, JSON.stringify(drawing));
  assert.doesNotMatch(drawing.svg, /metadata|rdf|sodipodi|script|alert/);
  assert.match(drawing.svg, /id="vinnere__a".*url\(#vinnere__a\)/);
  assert.deepEqual([drawing.width, drawing.height], [480, 250]);
});

test("a clean drawing is published as a file", async () => {
  const { said, picture } = await saidOf(
    "vinnere.svg",
    svg(
      '<defs><linearGradient id="a"><stop stop-color="#fff"/></linearGradient></defs><path d="M0 0h480v250z" fill="url(#a)"/>',
    ),
  );
  assert.deepEqual(said, []);
  assert.match(picture?.photograph?.fallback.url ?? "", /^\/assets\/vinnere\.[0-9a-f]{10}\.svg$/);
  assert.equal(picture?.photograph?.kind, "drawing");
});

const captions: readonly (readonly [caption: string, told: RegExp | null])[] = [
  ["Paul Chaffey på *scenen* i [Arendal](https://www.arendal.kommune.no/).", null],
  ["Paul Chaffey, les mer om [prisen](/om-prisen/) og [bildet](/2017/bilder/vinnere/).", null],
  ["Se [siden](/finnes-ikke/).", /dead-link/],
  ["Se [siden](index.md).", /dead-link: .*hele adressen/],
  ["Se [siden](javascript:alert).", /unsafe-link/],
  ["Se <b>her</b>.", /raw-html/],
  ["Se https://www.asker.no/.", /caption-markup: En adresse blir ikke en lenke av seg selv/],
  ["# Overskrift", /caption-markup/],
  ["Et avsnitt.\n\nEt til.", /caption-markup/],
  ["Et ![](vinnere) bilde.", /caption-markup/],
];

for (const [caption, told] of captions) {
  test(`the caption «${caption}» is ${told === null ? "set" : `told as ${told.source}`}`, async () => {
    const register = (text: string) =>
      text.replace(/"caption": "Stats[^"]*"/, `"caption": ${JSON.stringify(caption)}`);
    const { said, picture } = await saidOf("vinnere.jpg", await plain(900).jpeg().toBuffer(), register);
    if (told !== null)
      assert.ok(
        said.some((line) => told.test(line)),
        said.join("\n"),
      );
    else {
      assert.deepEqual(said, []);
      assert.doesNotMatch(picture?.captionText ?? "[", /[[\]*]/);
      assert.match(picture?.captionHtml ?? "", /<a href="/);
    }
  });
}

test("a picture that no text shows is in use on its edition's page of pictures, and not where the edition has none", async () => {
  const project = copyContent();
  try {
    const path = join(project.root, "_data/pictures.json");
    const [row] = Registers.parse(JSON.parse(readFileSync(path, "utf8"))).pictures;
    const add = async (id: string, edition: number) => {
      const { pictures } = Registers.parse(JSON.parse(readFileSync(path, "utf8")));
      writeFileSync(path, JSON.stringify({ pictures: [...pictures, { ...row, id, edition }] }, null, 2));
      return (await readContent(project.root)).problems.map(sayProblem);
    };
    assert.deepEqual(await add("bordet", 2017), []);
    assert.match((await add("scenen", 2018)).join("\n"), /^[^\n]* advarsel unused-entry: .*«scenen»[^\n]*$/);
  } finally {
    project.remove();
  }
});

test("a picture whose edition has no page of pictures is told where it is shown, and where a caption links to it", async () => {
  const bytes = await plain(900).jpeg().toBuffer();
  const { said } = await saidOf("vinnere-av-innovasjonsprisen.jpg", bytes, (text) =>
    text
      .replace('"edition": 2017', '"edition": 2018')
      .replace(
        /("caption": ")(?=Statssekr)/,
        "$1Se [de andre](/2018/bilder/vinnere-av-innovasjonsprisen/). ",
      ),
  );
  const dead = said.filter((line) => line.includes("dead-link"));
  assert.equal(dead.length, 2, said.join("\n"));
  assert.match(dead[0] ?? "", /^_data\/pictures\.json:/);
  assert.match(dead[1] ?? "", /^src\/content\/2017\/index\.md:37:5 .*utgaven 2018.*Rett «edition»/);
});
