import type { Drawing } from "../../src/model/site.ts";
import { HallDrawing } from "./HallDrawing.tsx";
import { ParticipationDrawing } from "./ParticipationDrawing.tsx";
import { TablesDrawing } from "./TablesDrawing.tsx";

/** A project's own drawing. Decorative where the same words stand beside it as a link. */
export function ProjectDrawing({ drawing, decorative = false }: { drawing: Drawing; decorative?: boolean }) {
  switch (drawing.kind) {
    case "participation":
      return <ParticipationDrawing drawing={drawing} decorative={decorative} />;
    case "tables":
      return <TablesDrawing drawing={drawing} decorative={decorative} />;
    case "hall":
      return <HallDrawing drawing={drawing} decorative={decorative} />;
  }
}
