import { figureValue } from "../../src/build/format/number.ts";
import type { Figure, Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { Cite } from "./Cite.tsx";

/** A project's key figures, as large numerals with unit and source. */
export function KeyFigures({ figures, page }: { figures: readonly Figure[]; page: Page }) {
  return (
    <dl class="key-figures" aria-label={strings[page.language].keyFigures}>
      {figures.map((figure) => (
        <div>
          <dt>
            {figure.label}
            <Cite page={page} of={[figure.source]} />
          </dt>
          <dd>
            {figure.qualifier === null ? null : (
              <>
                <small>{figure.qualifier}</small>{" "}
              </>
            )}
            <b>{figureValue({ ...figure, qualifier: null })}</b> <small>{figure.unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
