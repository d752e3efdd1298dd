/** The part that the suite uses of the packages in its own folder, which are there only once it has run. */
declare module "lighthouse" {
  /** Looks at an address with the browser that listens on the port. `lhr` is the report. */
  export default function lighthouse(
    url: string,
    flags: { readonly port: number; readonly logLevel: "error"; readonly onlyCategories?: readonly string[] },
  ): Promise<{ readonly lhr: unknown } | undefined>;
}

declare module "puppeteer-core" {
  export interface Page {
    setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
    evaluateOnNewDocument(script: string): Promise<unknown>;
    goto(url: string, options: { readonly waitUntil: "load" }): Promise<unknown>;
    evaluate(script: string): Promise<unknown>;
    on(event: "console", heard: (message: { text(): string }) => void): void;
    on(event: "pageerror", heard: (error: Error) => void): void;
  }
  export interface Browser {
    newPage(): Promise<Page>;
    version(): Promise<string>;
    close(): Promise<void>;
  }
  const puppeteer: {
    launch(options: {
      readonly browser: "firefox";
      readonly executablePath: string;
      readonly headless: boolean;
      readonly extraPrefsFirefox: Readonly<Record<string, boolean | number>>;
    }): Promise<Browser>;
  };
  export default puppeteer;
}
