import type { Dataset } from "schema-dts";
import type { Figure, Site } from "../../../model/site.ts";
import { absoluteUrl } from "../../format/address.ts";
import { figureName, figureText } from "../../format/number.ts";
import { CSV_PATH } from "../csv.ts";
import { DATA_LICENCE, JSON_DATA_PATH } from "../open-data.ts";

/** The open data as a data set, with every figure in it. */
export function dataset(site: Site): Dataset {
  const { dataPage, editions, figures } = site;
  const [first, last] = [editions.at(0), editions.at(-1)];
  const file = (path: string, encodingFormat: string) => ({
    "@type": "DataDownload" as const,
    contentUrl: absoluteUrl(site, path),
    encodingFormat,
  });
  return {
    "@type": "Dataset",
    "@id": absoluteUrl(site, `${dataPage.url}#datasett`),
    name: site.prize.name,
    description: dataPage.description,
    license: DATA_LICENCE,
    isAccessibleForFree: true,
    ...(first && last ? { temporalCoverage: `${first.year}/${last.year}` } : {}),
    distribution: [file(JSON_DATA_PATH, "application/json"), file(CSV_PATH, "text/csv")],
    variableMeasured: figures.map(property),
  };
}

function property(figure: Figure) {
  const { qualifier, value, to, unit } = figure;
  const amount = to === null ? { value } : { minValue: value, maxValue: to };
  return {
    "@type": "PropertyValue" as const,
    name: figureName(figure),
    ...amount,
    unitText: unit,
    // The number alone would say 50 where the source says «mer enn 50».
    ...(qualifier === null ? {} : { description: figureText(figure) }),
  };
}
