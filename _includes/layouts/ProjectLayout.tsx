import { readingMinutes } from "../../src/build/format/text.ts";
import { strings } from "../../src/strings/strings.ts";
import { DrawingFigure } from "../components/DrawingFigure.tsx";
import { KeyFigures } from "../components/KeyFigures.tsx";
import { Lead } from "../components/Lead.tsx";
import { NeighbourLinks } from "../components/NeighbourLinks.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** A winning project: its drawing large, when there is one, its key figures, what was done and what came of it, and the way on. */
export function ProjectLayout({ site, assets, article, project, previous, next }: LayoutProps<"projects">) {
  const t = strings[project.language];
  return (
    <Document site={site} assets={assets} page={project}>
      <article>
        <Lead page={project}>
          <a href={article.url}>
            {site.prize.name} {article.edition.year}
          </a>{" "}
          · {t.readingTime(readingMinutes(project.prose.words))}
        </Lead>
        {project.drawing === null ? null : <DrawingFigure page={project} drawing={project.drawing} />}
        <KeyFigures figures={project.figures} page={project} />
        <Prose page={project} />
        <SourceList site={site} page={project} />
      </article>
      <NeighbourLinks
        label={t.moreProjects}
        previous={{ label: t.previousProject, page: previous }}
        next={{ label: t.nextProject, page: next }}
      />
    </Document>
  );
}
