import { Lead } from "../components/Lead.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** A page of prose. */
export function PlainLayout({ site, assets, page }: LayoutProps<"plainPages">) {
  return (
    <Document site={site} assets={assets} page={page}>
      <article>
        <Lead page={page} />
        <Prose page={page} />
        <SourceList site={site} page={page} />
      </article>
    </Document>
  );
}
