import { softHyphenate } from "../../src/build/format/syllables.ts";
import type { Language } from "../../src/model/language.ts";
import type { Project } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { ProjectDrawing } from "../drawings/ProjectDrawing.tsx";

/** The winning projects as large drawn entries, when there are any. On a page in another language they are named and not told about. */
export function ProjectEntries({ projects, language }: { projects: readonly Project[]; language: Language }) {
  if (projects.length === 0) return null;
  return (
    <section class="entries" aria-labelledby="prosjekter">
      <h2 id="prosjekter">{strings[language].theProjects}</h2>
      <ul>
        {projects.map((project) => {
          const own = project.language === language;
          const other = own ? undefined : project.language;
          return (
            <li>
              {project.drawing === null ? null : <ProjectDrawing drawing={project.drawing} />}
              <h3>
                <a href={project.url} lang={other} hreflang={other}>
                  {softHyphenate(project.title, project.language)}
                </a>
              </h3>
              {own ? <p>{project.summary}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
