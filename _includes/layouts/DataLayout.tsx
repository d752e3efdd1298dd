import { CSV_PATH } from "../../src/build/exports/csv.ts";
import { JSON_DATA_PATH, openDataParts, SCHEMA_PATH } from "../../src/build/exports/open-data.ts";
import { strings } from "../../src/strings/strings.ts";
import { Lead } from "../components/Lead.tsx";
import { Prose } from "../components/Prose.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** About the open data: the files, and what each part and field of them is. The page is in the site's own language only. */
export function DataLayout({ site, assets }: LayoutProps<"dataPage">) {
  const page = site.dataPage;
  const t = strings[page.language].openData;
  const files = [
    [JSON_DATA_PATH, t.json],
    [SCHEMA_PATH, t.schema],
    [CSV_PATH, t.csv],
  ] as const;
  return (
    <Document site={site} assets={assets} page={page}>
      <article class="open-data">
        <Lead page={page} />
        <section aria-labelledby="filene">
          <h2 id="filene">{t.files}</h2>
          <ul>
            {files.map(([url, what]) => (
              <li>
                <a href={url}>{url.slice(url.lastIndexOf("/") + 1)}</a>: {what}
              </li>
            ))}
          </ul>
        </section>
        <Prose page={page} />
        <section aria-labelledby="feltene">
          <h2 id="feltene">{t.fields}</h2>
          {openDataParts().map(({ name, description, fields }) => (
            <>
              <h3>
                <code>{name}</code>
              </h3>
              <p>{description}</p>
              <dl>
                {fields.map((field) => (
                  <div>
                    <dt>
                      <code>{field.name}</code>
                    </dt>
                    <dd>{field.description}</dd>
                  </div>
                ))}
              </dl>
            </>
          ))}
        </section>
      </article>
    </Document>
  );
}
