import { colours } from "../../src/build/format/colours.ts";

/** The icons that the build draws, the manifest, and the colour of the browser's own frame in light and dark, as the page is. */
export function Icons({ dark }: { dark: boolean }) {
  return (
    <>
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <meta
        name="theme-color"
        content={dark ? colours.darkPaper : colours.paper}
        media="(prefers-color-scheme: light)"
      />
      <meta name="theme-color" content={colours.darkPaper} media="(prefers-color-scheme: dark)" />
    </>
  );
}
