import type { Drawing } from "../../src/model/site.ts";
import { type Label, Svg } from "./Svg.tsx";

type Participation = Extract<Drawing, { kind: "participation" }>;

/** Distance between two dots, and the columns of the two fields: 29 × 27 is 783. */
const STEP = 10;
const DOT_COLUMNS = 29;
const STROKE_COLUMNS = 17;
const GAP = 30;

/**
 * One dot a participant; beside it one stroke a contribution; rings in the first field for the meeting points. Two
 * fields, because contributions are not a share of participants.
 */
export function ParticipationDrawing({ drawing, label }: { drawing: Participation; label: Label }) {
  const { participants, contributions, meetings } = drawing;
  const id = label === null ? "deltakelse-liten" : "deltakelse";
  const strokesAt = DOT_COLUMNS * STEP + GAP;
  return (
    <Svg
      id={id}
      width={strokesAt + STROKE_COLUMNS * STEP}
      height={Math.ceil(participants.value / DOT_COLUMNS) * STEP}
      label={label}
    >
      <defs>
        <pattern id={`${id}-punkt`} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
          <circle class="fill" cx="5" cy="5" r="2.4" />
        </pattern>
        <pattern id={`${id}-strek`} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
          <path class="stroke thick" d="M5 1.5v7" />
        </pattern>
      </defs>
      <Field count={participants.value} columns={DOT_COLUMNS} fill={`url(#${id}-punkt)`} />
      <path class="rings" d={spread(meetings.value, participants.value)} />
      <g transform={`translate(${strokesAt})`}>
        <Field count={contributions.value} columns={STROKE_COLUMNS} fill={`url(#${id}-strek)`} />
      </g>
    </Svg>
  );
}

/** Exactly `count` cells, row by row; the last row may be short. */
function Field({ count, columns, fill }: { count: number; columns: number; fill: string }) {
  const rows = Math.floor(count / columns);
  const rest = count % columns;
  const width = columns * STEP;
  const lastRow = rest === 0 ? "" : `h${rest * STEP - width}v${STEP}`;
  return <path d={`M0 0h${width}v${rows * STEP}${lastRow}H0z`} fill={fill} />;
}

/** Points spread evenly over the field of dots, one a meeting point; each is drawn as a ring by its round line cap. */
function spread(count: number, cells: number): string {
  return Array.from({ length: count }, (_, index) => {
    const cell = Math.floor(((index + 0.5) * cells) / count);
    return `M${(cell % DOT_COLUMNS) * STEP + 5} ${Math.floor(cell / DOT_COLUMNS) * STEP + 5}h0`;
  }).join("");
}
