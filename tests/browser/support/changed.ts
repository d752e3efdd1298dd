import assert from "node:assert/strict";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startBrowser } from "../../support/browser.ts";
import { copyProject, serve } from "../../support/site.ts";

/** A copy of the project with other content, built, served, and with a browser to look at it. */
export interface ChangedSite {
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Changes the content below a copy's root, and opens what is built of it. */
export async function openChanged(change: (root: string) => Promise<void> | void): Promise<ChangedSite> {
  const project = copyProject();
  await change(project.root);
  const { code, output } = project.run("build");
  assert.equal(code, 0, output);
  const site = await serve(join(project.root, "dist"));
  const browser = await startBrowser();
  const close = async () => {
    await browser.close();
    site.close();
    project.remove();
  };
  return { origin: site.origin, browser, close };
}
