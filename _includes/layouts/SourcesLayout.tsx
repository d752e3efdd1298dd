import { COMPOUND, softHyphenate } from "../../src/build/format/syllables.ts";
import { strings } from "../../src/strings/strings.ts";
import { Lead } from "../components/Lead.tsx";
import { PageLink } from "../components/PageLink.tsx";
import { Prose } from "../components/Prose.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** Every source: who stands behind it, what was taken from it, and the pages that use it. */
export function SourcesLayout({ site, assets }: LayoutProps<"sourcesPage">) {
  const page = site.sourcesPage;
  return (
    <Document site={site} assets={assets} page={page}>
      <div class="all-sources">
        <Lead page={page} />
        <Prose page={page} />
        <ul>
          {site.sources.map((source) => (
            <li id={source.id}>
              <h2>
                <a href={source.url}>{softHyphenate(source.taken, "nb")}</a>
              </h2>
              <p>
                {softHyphenate(source.publisher, "nb", COMPOUND)},{" "}
                {new URL(source.url).hostname.replace(/^www\./, "")}
              </p>
              {source.mentions.length === 0 ? null : (
                <p>
                  {strings[page.language].usedOn}{" "}
                  {source.mentions.map((mention, index) => (
                    <>
                      {index === 0 ? null : ", "}
                      <PageLink to={mention} from={page.language} />
                    </>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Document>
  );
}
