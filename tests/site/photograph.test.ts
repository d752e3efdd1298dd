import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { copyProject, filesBelow, pagesOf } from "../support/site.ts";

test("a photograph put in place takes the drawing's place, upright and without metadata", async (t) => {
  const project = copyProject();
  t.after(() => project.remove());
  const size = { width: 1200, height: 800, channels: 3, background: "#345" } as const;
  const photograph = sharp({ create: size })
    .withExif({ IFD0: { Copyright: "hemmelig-eier" } })
    .jpeg();
  await photograph
    .withMetadata({ orientation: 6 })
    .toFile(join(project.root, "src/content/2017/bilder/vinnere.jpg"));
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  const dist = join(project.root, "dist");
  const article = pagesOf(dist).get("/2017/") ?? "";
  assert.match(
    article,
    /<img src="\/assets\/vinnere\.[0-9a-f]{8}\.800\.jpeg"[^>]* width="800" height="1200"/,
  );
  assert.match(article, /Foto: ukjent\. Lisens: ukjent\./);
  for (const path of filesBelow(dist).filter((name) => name.includes("vinnere."))) {
    assert.equal((await sharp(join(dist, path)).metadata()).exif, undefined, path);
    assert.ok(!readFileSync(join(dist, path)).includes("hemmelig-eier"), path);
  }
});
