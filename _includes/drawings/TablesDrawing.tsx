import type { Drawing } from "../../src/model/site.ts";
import { type Label, Svg } from "./Svg.tsx";

type Tables = Extract<Drawing, { kind: "tables" }>;

const WIDTH = 480;
const SEATS = 7;
const TABLE = { x: WIDTH / 2, y: 190, radius: 66 };

/** One round table from above, the resident's seat marked; behind it, faintly, as many tables as there were families. */
export function TablesDrawing({ drawing: { families }, label }: { drawing: Tables; label: Label }) {
  const seat = (index: number) => {
    const angle = Math.PI / 2 + (index * 2 * Math.PI) / (SEATS + 1);
    return {
      cx: Math.round(TABLE.x + Math.cos(angle) * (TABLE.radius + 24)),
      cy: Math.round(TABLE.y + Math.sin(angle) * (TABLE.radius + 24)),
    };
  };
  return (
    <Svg id="bord" width={WIDTH} height={310} label={label}>
      <path class="stroke" d={`M0 40h${WIDTH}`} />
      {Array.from({ length: families.value }, (_, index) => (
        <circle class="paper" cx={Math.round(((index + 0.5) * WIDTH) / families.value)} cy="40" r="10" />
      ))}
      <circle class="stroke thick" cx={TABLE.x} cy={TABLE.y} r={TABLE.radius} />
      <circle class="sun" {...seat(0)} r="17" />
      {Array.from({ length: SEATS }, (_, index) => (
        <circle class="fill" {...seat(index + 1)} r="12" />
      ))}
    </Svg>
  );
}
