import { ProjectLayout } from "../../_includes/layouts/ProjectLayout.tsx";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("projects", ({ project }) => project.url);

export function render({ item, assets }: Given<"projects">) {
  return <ProjectLayout {...item} assets={assets} />;
}
