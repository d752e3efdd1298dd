import { softHyphenate } from "../../src/build/format/text.ts";
import type { Project } from "../../src/model/site.ts";
import { ProjectDrawing } from "../drawings/ProjectDrawing.tsx";

/** The winning projects as large drawn entries. */
export function ProjectEntries({ projects, title }: { projects: readonly Project[]; title: string }) {
  return (
    <section class="entries" aria-labelledby="prosjekter">
      <h2 id="prosjekter">{title}</h2>
      <ul>
        {projects.map((project) => (
          <li>
            <ProjectDrawing drawing={project.drawing} decorative />
            <h3>
              <a href={project.url}>{softHyphenate(project.title)}</a>
            </h3>
            <p>{project.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
