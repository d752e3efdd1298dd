import { number } from "../../src/build/format/number.ts";
import { list } from "../../src/build/format/text.ts";
import { strings } from "../../src/strings/strings.ts";
import { Cite } from "../components/Cite.tsx";
import { EditionTable } from "../components/EditionTable.tsx";
import { Lead } from "../components/Lead.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** About the prize: what it is, what the jury looks for, every edition. */
export function PrizeLayout({ site, assets }: LayoutProps<"prizePage">) {
  const { prize, prizePage: page } = site;
  const { language } = page;
  const t = strings[language];
  return (
    <Document site={site} assets={assets} page={page}>
      <div>
        <Lead page={page} />
        <Prose page={page}>
          <p>
            {t.amountIs(t.kroner(number(prize.amount, language)))}
            <Cite page={page} of={prize.amountSources} />
          </p>
        </Prose>
        <section class="criteria" aria-labelledby="kriterier">
          <h2 id="kriterier">{t.criteria}</h2>
          <p>
            {t.criteriaFor(list(prize.criteriaYears.map(String), language))}
            <Cite page={page} of={prize.criteriaSources} />
          </p>
          <dl>
            {prize.criteria.map(({ name, question }) => (
              <div>
                <dt>{name}</dt>
                <dd>{question}</dd>
              </div>
            ))}
          </dl>
        </section>
        {site.editions.length === 0 ? null : (
          <section aria-labelledby="utgaver">
            <h2 id="utgaver">{t.editions}</h2>
            <EditionTable editions={site.editions} page={page} />
          </section>
        )}
        <SourceList site={site} page={page} />
      </div>
    </Document>
  );
}
