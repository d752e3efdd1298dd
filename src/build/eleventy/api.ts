/**
 * The part of Eleventy 3.1's API that this site uses. Eleventy ships no types; these are read from its source
 * (`src/UserConfig.js`, `src/Eleventy.js`) and kept to what is in use.
 */

/** What Eleventy hands to the configuration and to plugins. */
export interface EleventyConfig {
  addPlugin<Options>(
    plugin: (config: EleventyConfig, options?: Options) => void | Promise<void>,
    options?: Options,
  ): void;
  addGlobalData(name: string, data: () => unknown): void;
  addExtension(extensions: readonly string[], options: TemplateLanguage): void;
  addTransform(
    name: string,
    transform: (this: TransformContext, content: unknown) => string | Promise<string>,
  ): void;
  on(
    event: "eleventy.before" | "eleventy.after",
    listener: (build: BuildEvent) => void | Promise<void>,
  ): void;
  readonly benchmarkManager: { get(group: "Configuration"): { setIsVerbose(isVerbose: boolean): void } };
  setDataFileSuffixes(suffixes: readonly string[]): void;
  setUseGitIgnore(use: boolean): void;
}

/** How files of one extension become pages: `defaultRenderer` calls the template's own `render`. */
export interface TemplateLanguage {
  readonly key: string;
  compile(this: {
    defaultRenderer(data: TemplateData): Promise<unknown>;
  }): (data: TemplateData) => Promise<unknown>;
}

/** What a template is given, as far as it matters here: its own address, false when it has none. */
export interface TemplateData {
  readonly page: { readonly url: string | false };
}

/** `this` in a transform. The output path is false for pages that write no file. */
export interface TransformContext {
  readonly page: { readonly outputPath: string | false; readonly url: string | false };
}

export interface BuildEvent {
  readonly directories: { readonly output: string };
}

/** What `.eleventy.ts` gives back: the folders, from the project's root; `data` and `includes` from the input. */
export interface EleventySettings {
  readonly dir: {
    readonly input: string;
    readonly data: string;
    readonly includes: string;
    readonly output: string;
  };
  /** Where the preview serves the site; begins and ends with a slash. */
  readonly pathPrefix: string;
}

/** Eleventy run from code. */
export interface EleventyRun {
  init(): Promise<void>;
  write(): Promise<unknown>;
  disableLogger(): void;
}

export interface RunOptions {
  /** "cli" makes the output argument win over the configuration's own. */
  readonly source: "cli";
  readonly configPath: string;
  readonly quietMode: boolean;
  /** Renders all, and writes nothing. */
  readonly dryRun: boolean;
}
