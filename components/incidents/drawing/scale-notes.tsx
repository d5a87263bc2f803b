import { LANE_GRID } from "./lane-drawing";
import type { Drawing } from "./drawing";
import { anchorAt, AXIS_TEXT } from "./time-axis";

/** In percent of the width: how far apart written lengths must be, and what half of one may take. */
const APART = 21;
const APART_ON_PHONES = 47;
const HALF = 16;

/** Above the lanes: how long the breaks of the scale are, and what time it is now. */
export function ScaleNotes({ drawing: { breaks, now } }: { drawing: Drawing }) {
  if (breaks.length === 0 && !now) return null;
  const notes = breaks.map(({ x, width, length }) => ({ x: x + width / 2, length }));
  const shown = spaced(notes, now?.x, APART);
  const onPhones = spaced(notes, now?.x, APART_ON_PHONES);
  return (
    <div aria-hidden className={LANE_GRID}>
      <span />
      <svg width="100%" height="18" className="block overflow-visible">
        {shown.map((note) => (
          <text
            key={note.x}
            x={`${note.x}%`}
            y="12"
            textAnchor={anchorAt(note.x, HALF)}
            className={`fill-muted-foreground ${AXIS_TEXT} ${onPhones.includes(note) ? "" : "max-sm:hidden"}`}
          >
            break: {note.length}
          </text>
        ))}
        {now && (
          <text
            x={`${now.x}%`}
            y="12"
            textAnchor={anchorAt(now.x, HALF)}
            className={`fill-danger font-medium ${AXIS_TEXT}`}
          >
            Now {now.time}
          </text>
        )}
      </svg>
    </div>
  );
}

/** The notes that have room beside what is noted already. */
function spaced(notes: { x: number; length: string }[], nowAt: number | undefined, apart: number) {
  const taken = nowAt === undefined ? [] : [nowAt];
  return notes.filter(({ x }) => {
    const fits = taken.every((other) => Math.abs(other - x) >= apart);
    if (fits) taken.push(x);
    return fits;
  });
}
