import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { findBrowser } from "../../support/browser.ts";
import { copyProject, type Project } from "../../support/site.ts";

/** A save is checked, and a page built, before it shows: in milliseconds. */
const PATIENCE = 30_000;

/** `npm run edit` over a copy of the project, with a browser at it. */
export class Editor {
  readonly project: Project;
  readonly page: Page;
  readonly origin: string;
  /** Whatever the page asked of another machine, and each mistake that it reported: should stay empty. */
  readonly faults: string[] = [];
  readonly #browser: Browser;
  readonly #server: ChildProcess;

  private constructor(project: Project, server: ChildProcess, origin: string, browser: Browser, page: Page) {
    this.project = project;
    this.#server = server;
    this.origin = origin;
    this.#browser = browser;
    this.page = page;
    // A refused save is a rejected promise that Decap CMS itself does not catch.
    page.on("pageerror", ({ message }) => (message === "Object" ? undefined : this.faults.push(message)));
    page.on("request", (request) => {
      const own = new URL(request.url()).hostname;
      if (!["127.0.0.1", "localhost", ""].includes(own)) this.faults.push(request.url());
    });
    // Decap CMS asks whether to leave, and whether to bring back what was not saved.
    page.on("dialog", (dialog) =>
      dialog.message().includes("gjenopprette") ? dialog.dismiss() : dialog.accept(),
    );
  }

  static async open(): Promise<Editor> {
    const project = copyProject();
    const installed = existsSync(".cache/editor") ? readdirSync(".cache/editor") : [];
    for (const name of installed.filter((folder) => /^[0-9a-f]{12}$/.test(folder)))
      cpSync(join(".cache/editor", name), join(project.root, ".cache/editor", name), {
        recursive: true,
        verbatimSymlinks: true,
      });
    const editor = spawn(process.execPath, ["src/build/cli/run.cjs", "edit"], {
      cwd: project.root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const origin = await addressIn(editor);
    const { executablePath, args } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args: [...args] });
    const context = await browser.newContext({ locale: "nb-NO", viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(PATIENCE);
    const opened = new Editor(project, editor, origin, browser, await context.newPage());
    opened.git("init", "-q");
    opened.commit();
    return opened;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const ended = new Promise((done) => this.#server.once("exit", done));
    this.#server.kill();
    await ended;
    this.project.remove();
  }

  /** Goes to a form, or another place in the editor. */
  async visit(route: string): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(`${this.origin}/#/collections/${route}`);
    await this.page
      .getByRole("button", { name: /^Lagre/ })
      .first()
      .waitFor();
    await this.opinion.waitFor();
  }

  /** The last field of that name on the page: in a list, the row that was opened. */
  field(label: string): Locator {
    return this.page
      .getByLabel(new RegExp(`^${label}(?: \\(|$)`))
      .locator("visible=true")
      .last();
  }

  /** Unfolds the row of a list by what it is called. */
  async unfold(name: string): Promise<void> {
    await this.page
      .getByText(name, { exact: true })
      .first()
      .locator("xpath=..")
      .getByRole("button")
      .first()
      .click();
  }

  /** Chooses in a field that looks things up: a word to look for, and how what is chosen then begins. */
  async choose(label: string, word: string, option = word): Promise<void> {
    await this.field(label).fill(word);
    await this.page.getByRole("option", { name: option }).first().click();
  }

  /** Clicks «Lagre», and gives what the editor is then told. */
  async save(): Promise<string> {
    const told = this.page.locator(".Toastify__toast");
    await told.first().waitFor({ state: "hidden" });
    await this.page.getByRole("button", { name: "Lagre" }).first().click();
    await this.page.getByRole("menuitem", { name: "Lagre", exact: true }).click();
    await told.first().waitFor();
    const text = await told.first().innerText();
    await told.first().click();
    return text;
  }

  /** What the check says, above the page. */
  get opinion(): Locator {
    return this.page.frameLocator("iframe").first().getByRole("status");
  }

  /** The page as it would become. */
  get preview() {
    return this.page.frameLocator("iframe").first().frameLocator('iframe[title="Siden slik den blir"]');
  }

  /** What git sees of the content. */
  changes(): string {
    return (
      this.git("status", "--porcelain", "-uall", "--", "_data", "src/content") +
      this.git("diff", "--", "_data", "src/content")
    );
  }

  /** Takes all as it is for the new beginning. */
  commit(): void {
    this.git("add", "_data", "src/content");
    this.git("-c", "user.name=E", "-c", "user.email=e@example.org", "commit", "-qm", "x", "--allow-empty");
  }

  git(...args: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync("git", args, { cwd: this.project.root, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }
}

async function addressIn(server: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(said);
}
