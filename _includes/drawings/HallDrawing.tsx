import type { Drawing, Figure } from "../../src/model/site.ts";
import { type Label, Svg } from "./Svg.tsx";

type Hall = Extract<Drawing, { kind: "hall" }>;

/** One tile of solar cells is 10 m², drawn 8 units wide. The ground lies at GROUND, the hall from LEFT. */
const TILE_AREA = 10;
const TILE = 8;
const GROUND = 190;
const LEFT = 48;
const WALL_ROWS = 10;

/** The hall from the side: sun, panels in their true proportions, the pool's lanes, the wells going down. */
export function HallDrawing({ drawing, label }: { drawing: Hall; label: Label }) {
  const { lanes, wells, roof, wall, shed } = drawing;
  const id = label === null ? "hall-liten" : "hall";
  const roofWidth = tiles(roof) * TILE;
  const right = LEFT + roofWidth;
  const panels = `url(#${id}-panel)`;
  const wallRest = tiles(wall) % WALL_ROWS;
  const poolWidth = roofWidth - 64;
  return (
    <Svg id={id} width={480} height={300} label={label}>
      <defs>
        <pattern
          id={`${id}-panel`}
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
          x={LEFT}
          y={GROUND}
        >
          <path class="fill" d="M.5.5h7v7h-7z" />
        </pattern>
      </defs>
      <circle class="sun" cx="416" cy="58" r="34" />
      <path class="stroke thick" d={`M0 ${GROUND}h480`} />
      <path class="stroke" d={`M${LEFT} ${GROUND}V102h${roofWidth}v8`} />
      <path fill={panels} d={`M${LEFT} 94h${roofWidth}v8H${LEFT}z`} />
      <path
        fill={panels}
        d={`M${right} ${GROUND}v${-WALL_ROWS * TILE}h${-TILE}${wallRest === 0 ? "" : `h${-TILE}v${(WALL_ROWS - wallRest) * TILE}`}V${GROUND}z`}
      />
      <path class="stroke" d={`M384 ${GROUND}v-24h${tiles(shed) * TILE + 8}v24`} />
      <path fill={panels} d={`M384 158h${tiles(shed) * TILE}v8h${-tiles(shed) * TILE}z`} />
      <path class="stroke" d={lanesPath(lanes.value, LEFT + 24, poolWidth)} />
      <path class="stroke" d={wellsPath(wells.value, LEFT + 8, roofWidth - 16)} />
    </Svg>
  );
}

function tiles({ value }: Figure): number {
  return value / TILE_AREA;
}

/** The lines that part the pool into lanes, and its two edges. */
function lanesPath(count: number, left: number, width: number): string {
  const top = GROUND - 14 - count * 8;
  return Array.from({ length: count + 1 }, (_, lane) => `M${left} ${top + lane * 8}h${width}`).join("");
}

/** Fine lines from the ground, one a well. */
function wellsPath(count: number, left: number, width: number): string {
  const step = width / (count - 1);
  return Array.from({ length: count }, (_, well) => `M${Math.round(left + well * step)} ${GROUND}v96`).join(
    "",
  );
}
