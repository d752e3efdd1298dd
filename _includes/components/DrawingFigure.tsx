import { figureAmount, figureName } from "../../src/build/format/number.ts";
import { softHyphenate } from "../../src/build/format/syllables.ts";
import { capitalise } from "../../src/build/format/text.ts";
import type { Drawing, Figure, Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { describeDrawing, ProjectDrawing } from "../drawings/ProjectDrawing.tsx";
import { Cite } from "./Cite.tsx";

/**
 * A project's drawing, with what it shows and the numbers it is made of beside it. It has a name of its own: the caption would be read
 * aloud twice, as the name and where it stands.
 */
export function DrawingFigure({ page, drawing }: { page: Page; drawing: Drawing }) {
  const t = strings[page.language];
  const { kind: _, ...byName } = drawing;
  const figures: readonly Figure[] = Object.values(byName);
  return (
    <figure class="drawn" aria-label={t.drawing}>
      <ProjectDrawing drawing={drawing} page={page} />
      <figcaption>
        <p>{describeDrawing(drawing, page.language)}</p>
        <table>
          <caption>{t.figuresInDrawing}</caption>
          <thead class="visually-hidden">
            <tr>
              {t.figureColumns.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr>
                <th scope="row">{softHyphenate(capitalise(figureName(figure)), "nb", 8)}</th>
                <td class="number">{figureAmount(figure)}</td>
                <td class="cites">
                  <Cite page={page} of={[figure.source]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}
