import type { Picture } from "../../src/model/site.ts";
import { Svg } from "./Svg.tsx";

/** What a picture shows until its photograph is there: circles on a line, and nothing that the caption does not say. */
export function StandInDrawing({ picture }: { picture: Picture }) {
  if (picture.standIn === null) return null;
  const { drawing, alt } = picture.standIn;
  return (
    <Svg
      id={`tegning-${picture.id}`}
      width={480}
      height={250}
      label={{ title: picture.title, description: alt }}
    >
      {drawing === "crowd" ? <Crowd /> : <Handover />}
    </Svg>
  );
}

/** Many, with one in front. */
function Crowd() {
  return (
    <>
      <path class="stroke thick" d="M0 214h480" />
      {[84, 136, 188, 240, 292, 344, 396].map((cx) => (
        <circle class="paper" cx={cx} cy="112" r="24" />
      ))}
      {[110, 162, 214, 266, 318, 370].map((cx) => (
        <circle class="paper" cx={cx} cy="150" r="28" />
      ))}
      <circle class="sun" cx="240" cy="180" r="34" />
    </>
  );
}

/** A stage, and the one far to the right who hands something over. */
function Handover() {
  return (
    <>
      <path class="stroke thick" d="M0 214h480" />
      {[96, 158, 220].map((cx) => (
        <circle class="paper" cx={cx} cy="184" r="30" />
      ))}
      <path class="stroke" d="M250 176h112" />
      <circle class="sun" cx="306" cy="176" r="13" />
      <circle class="fill" cx="392" cy="184" r="30" />
    </>
  );
}
