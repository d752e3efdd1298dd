import type { Drawing, Page } from "../../src/model/site.ts";
import { HallDrawing } from "./HallDrawing.tsx";
import { ParticipationDrawing } from "./ParticipationDrawing.tsx";
import { TablesDrawing } from "./TablesDrawing.tsx";

/** A project's own drawing, described on the project's page. Elsewhere it only accompanies the link to that page. */
export function ProjectDrawing({ drawing, page = null }: { drawing: Drawing; page?: Page | null }) {
  switch (drawing.kind) {
    case "participation":
      return <ParticipationDrawing drawing={drawing} page={page} />;
    case "tables":
      return <TablesDrawing drawing={drawing} page={page} />;
    case "hall":
      return <HallDrawing drawing={drawing} page={page} />;
  }
}
