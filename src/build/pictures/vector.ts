import type { CustomPlugin, XastElement } from "svgo";
import type { PictureFault } from "./inspect.ts";

/** A drawing made fit to be published: its SVG, and its size in its own units. */
interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Every element that a drawing may have: shapes, text, and what paints them. Nothing that runs, moves, links or embeds. */
const ELEMENTS = new Set(
  (
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc style " +
    "linearGradient radialGradient stop clipPath mask pattern marker"
  ).split(" "),
);

/** What programs leave of themselves in a file. It is dropped with all that is in it, for a name tells not what it stands for. */
const IGNORED = /^(?:metadata|sodipodi:|inkscape:|rdf:|cc:|dc:)/;

/**
 * Reads an SVG file through an allow-list and makes it small, with ids that begin with the picture's own; or says why it cannot be used.
 */
export async function readDrawing(text: string, id: string): Promise<Drawing | PictureFault> {
  const { optimize } = await import("svgo");
  const foreign = new Set<string>();
  const seen: { size: readonly [width: number, height: number] | null } = { size: null };
  const demand = (isFine: boolean, what: string): void => {
    if (!isFine) foreign.add(what);
  };
  const look: CustomPlugin = {
    name: "look",
    fn: () => ({
      doctype: { enter: ({ data }) => demand(!/entity/i.test(data.doctype), "<!ENTITY>") },
      instruction: { enter: ({ name }) => demand(name === "xml", `<?${name}?>`) },
      element: {
        enter: (node, parent) => {
          if (parent.type === "root") seen.size = sizeOf(node);
          if (IGNORED.test(node.name)) parent.children = parent.children.filter((child) => child !== node);
          else for (const found of foreignIn(node)) foreign.add(found);
        },
      },
      cdata: { enter: ({ value }) => demand(isHarmless(value), "url()") },
      text: {
        enter: ({ value }, parent) => {
          const isStyle = parent.type === "element" && parent.name === "style";
          demand(!isStyle || isHarmless(value), "url()");
        },
      },
    }),
  };
  try {
    const { data } = optimize(text, {
      plugins: [look, "preset-default", { name: "prefixIds", params: { prefix: id } }],
    });
    if (foreign.size > 0)
      return {
        rule: "picture-type",
        message: `Tegningen har ${[...foreign].join(", ")}, som ikke kan være med. Lagre den som ren SVG, bare med former og tekst.`,
      };
    if (seen.size === null)
      return { rule: "picture-size", message: "Tegningen sier ikke hvor stor den er. Den må ha «viewBox»." };
    const [width, height] = seen.size;
    return { svg: data, width, height };
  } catch {
    return { rule: "damaged-picture", message: "Filen kan ikke leses som SVG. Kanskje er den skadet." };
  }
}

function* foreignIn({ name, attributes }: XastElement): Iterable<string> {
  if (!ELEMENTS.has(name)) yield `<${name}>`;
  for (const [key, value] of Object.entries(attributes)) {
    const isLink = /(?:^|:)(?:href|src)$/i.test(key);
    if (/^on/i.test(key) || (isLink ? !value.startsWith("#") : !isHarmless(value))) yield `${key}="…"`;
  }
}

/** Whether a value or a style points at nothing but the drawing's own parts. */
function isHarmless(value: string): boolean {
  return (
    !/@import|expression|javascript:/i.test(value) &&
    !/url\((?!\s*["']?#)/i.test(value) &&
    !value.includes("\\")
  );
}

function sizeOf({ attributes }: XastElement): readonly [number, number] | null {
  const box =
    attributes.viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [width = Number.NaN, height = Number.NaN] = box.length === 4 ? box.slice(2) : [];
  return width > 0 && height > 0 ? [Math.round(width), Math.round(height)] : null;
}
