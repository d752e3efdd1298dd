import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as z from "zod";
import type { Look } from "./site.ts";

const JAR = "tests/visitors/node_modules/vnu-jar/build/dist/vnu.jar";

/**
 * What the Nu Html Checker says of good pages. Its reader of style sheets is older than rules by which the site is made:
 * it does not know `@view-transition` (CSS View Transitions Level 2), nor containers (CSS Conditional Rules Level 5).
 */
const UNKNOWN_TO_CHECKER =
  /^CSS: (?:Unrecognized at-rule .@(?:view-transition|container).$|.container-type.: Property )/;

const Messages = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      lastLine: z.number().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/** What the Nu Html Checker, the W3C's own, finds in each page: errors and warnings alike. */
export const markup: Look = async ({ dist, urls }, tell) => {
  tell(`reads ${urls.length} pages`);
  const files = urls.map((url) => join(dist, url.endsWith("/") ? `${url}index.html` : url));
  const checker = spawnSync("java", ["-jar", JAR, "--format", "json", "--stdout", ...files], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const { messages } = Messages.parse(JSON.parse(checker.stdout));
  return messages
    .filter(({ message }) => !UNKNOWN_TO_CHECKER.test(message))
    .map(({ url = "", type, message, extract = "" }) => {
      const page = url.slice(url.indexOf(dist) + dist.length).replace(/index\.html$/, "");
      return `${page}: ${type}: ${message} (${extract.replace(/\s+/g, " ").slice(0, 100)})`;
    });
};
