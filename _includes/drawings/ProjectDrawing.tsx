import { figureText } from "../../src/build/format/number.ts";
import type { Language } from "../../src/model/language.ts";
import type { Drawing, Page } from "../../src/model/site.ts";
import { strings } from "../../src/strings/strings.ts";
import { HallDrawing } from "./HallDrawing.tsx";
import { ParticipationDrawing } from "./ParticipationDrawing.tsx";
import { TablesDrawing } from "./TablesDrawing.tsx";

/** A project's own drawing, named after the project's page there. Elsewhere it only accompanies the link to that page. */
export function ProjectDrawing({ drawing, page = null }: { drawing: Drawing; page?: Page | null }) {
  const label = page && { title: page.title, description: null };
  switch (drawing.kind) {
    case "participation":
      return <ParticipationDrawing drawing={drawing} label={label} />;
    case "tables":
      return <TablesDrawing drawing={drawing} label={label} />;
    case "hall":
      return <HallDrawing drawing={drawing} label={label} />;
  }
}

/** What a project's drawing shows, and what each mark in it stands for. */
export function describeDrawing(drawing: Drawing, language: Language): string {
  const t = strings[language].drawings;
  switch (drawing.kind) {
    case "participation": {
      const { participants, meetings, contributions } = drawing;
      return t.participation(figureText(participants), figureText(meetings), figureText(contributions));
    }
    case "tables":
      return t.tables(figureText(drawing.families));
    case "hall": {
      const { lanes, wells, roof, wall, shed } = drawing;
      return t.hall(
        figureText(lanes),
        figureText(wells),
        figureText(roof),
        figureText(wall),
        figureText(shed),
      );
    }
  }
}
