/** The same browser that the report takes its pictures with. */
export { type BrowserCommand, findBrowser } from "../../src/editors/report/browser.ts";
