import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MANIFEST, type Manifest, readManifest } from "../../src/build/output/manifest.ts";
import { copyProject } from "../support/site.ts";
import type { BuiltSite } from "./server.ts";

/** The real site with two old addresses, built for a host, with its manifest. */
export interface SiteToServe extends BuiltSite {
  readonly manifest: Manifest;
}

/** Old addresses that the suite gives a page, and where they lead. */
export const OLD = {
  folder: "/gammel/svommehall/",
  file: "/id2556828.aspx",
  page: "/2017/holmen-svommehall/",
} as const;
const PAGE = "src/content/2017/holmen-svommehall.md";

/** Gives a page of a copy of the project the old addresses. */
export function withOldAddresses(root: string): void {
  const page = join(root, PAGE);
  const head = `---\naliases: [${OLD.folder}, ${OLD.file}]\n`;
  writeFileSync(page, readFileSync(page, "utf8").replace("---\n", head));
}

/** Builds sites for hosts, one project for all of them. */
export class Builder {
  readonly #project = copyProject();
  readonly #folder = makeFolder();
  #count = 0;

  constructor() {
    withOldAddresses(this.#project.root);
  }

  build(host: string, prefix: string): SiteToServe {
    const { code, output } = this.#project.run("build", ["--host", host], { PATH_PREFIX: prefix });
    assert.equal(code, 0, output);
    const folder = join(this.#folder, String(this.#count++));
    const [root, deploy] = [join(folder, "root"), join(folder, "deploy")];
    mkdirSync(join(root, prefix), { recursive: true });
    mkdirSync(deploy);
    cpSync(join(this.#project.root, "dist"), join(root, prefix), { recursive: true });
    const beside = join(this.#project.root, "deploy");
    if (existsSync(beside)) cpSync(beside, deploy, { recursive: true });
    const manifest = readManifest(readFileSync(join(root, prefix, MANIFEST), "utf8"));
    assert.ok(manifest !== null);
    return { root, deploy, prefix, manifest };
  }

  remove(): void {
    this.#project.remove();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A temporary folder that servers may read under a user of their own. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hosts-"));
  chmodSync(folder, 0o755);
  return folder;
}
