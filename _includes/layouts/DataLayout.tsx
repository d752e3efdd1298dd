import { CSV_PATH } from "../../src/build/exports/csv.ts";
import { JSON_DATA_PATH, openDataParts, SCHEMA_PATH } from "../../src/build/exports/open-data.ts";
import { Lead } from "../components/Lead.tsx";
import { Prose } from "../components/Prose.tsx";
import { TableFrame } from "../components/TableFrame.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

const FILES = [
  { url: JSON_DATA_PATH, name: "innovasjonsprisen.json", what: "alle opplysningene, som JSON" },
  { url: SCHEMA_PATH, name: "innovasjonsprisen.schema.json", what: "beskrivelsen av filen, som JSON Schema" },
  { url: CSV_PATH, name: "utgaver.csv", what: "utgavene av prisen, som tabell til regneark" },
];

/** About the open data: the files, and what each part and field of them is. The page is in the site's own language only. */
export function DataLayout({ site, assets }: LayoutProps) {
  const page = site.dataPage;
  return (
    <Document site={site} assets={assets} page={page}>
      <article class="open-data">
        <Lead page={page} />
        <section aria-labelledby="filene">
          <h2 id="filene">Filene</h2>
          <ul>
            {FILES.map(({ url, name, what }) => (
              <li>
                <a href={url}>{name}</a>: {what}
              </li>
            ))}
          </ul>
        </section>
        <div class="body">
          <Prose page={page} />
        </div>
        <section aria-labelledby="feltene">
          <h2 id="feltene">Feltene</h2>
          {openDataParts().map(({ name, description, fields }) => (
            <TableFrame label={`Felter i ${name}`}>
              <table>
                <caption>
                  <code>{name}</code> {description}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Felt</th>
                    <th scope="col">Hva det er</th>
                  </tr>
                </thead>
                <tbody>
                  {fields.map((field) => (
                    <tr>
                      <th scope="row">
                        <code>{field.name}</code>
                      </th>
                      <td>{field.description}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          ))}
        </section>
      </article>
    </Document>
  );
}
