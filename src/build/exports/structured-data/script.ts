import type { Graph } from "schema-dts";
import { withoutTypesetting } from "../../format/text.ts";

/**
 * A graph as the text of a script element. No «<» is left in it, so that nothing in the data can end the element or open
 * a comment in it (HTML standard, «Restrictions for contents of script elements»). And no «&», which means another thing there than
 * in the markup around it.
 */
export function scriptText(graph: Graph): string {
  return withoutTypesetting(JSON.stringify(graph)).replace(
    /[<&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
