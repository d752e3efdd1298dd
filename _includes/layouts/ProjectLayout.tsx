import { readingMinutes } from "../../src/build/format/text.ts";
import type { Article, Project } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { DrawingFigure } from "../components/DrawingFigure.tsx";
import { KeyFigures } from "../components/KeyFigures.tsx";
import { Lead } from "../components/Lead.tsx";
import { Prose } from "../components/Prose.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { Document, type LayoutProps } from "./Document.tsx";

/** A winning project: its drawing large, its key figures, what was done and what came of it, and the way on. */
export function ProjectLayout({
  site,
  assets,
  article,
  project,
}: LayoutProps & { article: Article; project: Project }) {
  const t = strings[project.language];
  const index = article.projects.indexOf(project);
  return (
    <Document site={site} assets={assets} page={project}>
      <article class="project">
        <Lead page={project}>
          <a href={article.url}>
            {site.prize.name} {article.edition.year}
          </a>{" "}
          · {t.readingTime(readingMinutes(project.prose.words))}
        </Lead>
        <DrawingFigure page={project} drawing={project.drawing} />
        <KeyFigures figures={project.figures} page={project} />
        <div class="body">
          <Prose page={project} />
        </div>
        <SourceList page={project} />
      </article>
      <nav class="neighbours" aria-label={t.moreProjects}>
        <Neighbour label={t.previousProject} project={article.projects[index - 1]} />
        <Neighbour label={t.nextProject} project={article.projects[index + 1]} />
      </nav>
    </Document>
  );
}

function Neighbour({ label, project }: { label: string; project: Project | undefined }) {
  if (project === undefined) return null;
  return (
    <a href={project.url}>
      <small>{label}</small> {project.title}
    </a>
  );
}
