import type { Lane, Mark } from "./marks";

const WALK_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

export const isWalkKey = (key: string) => WALK_KEYS.includes(key);

/** The mark that a key leads to: along the lane in time, to the nearest one of another lane, or to an end. */
export function markBeyond(lanes: Lane[], from: Mark, key: string): Mark | undefined {
  const row = lanes.findIndex(({ marks }) => marks.includes(from));
  const marks = lanes[row]?.marks ?? [];
  const place = marks.indexOf(from);
  switch (key) {
    case "ArrowLeft":
      return marks[place - 1];
    case "ArrowRight":
      return marks[place + 1];
    case "ArrowUp":
      return nearestInTime(lanes[row - 1]?.marks ?? [], from);
    case "ArrowDown":
      return nearestInTime(lanes[row + 1]?.marks ?? [], from);
    case "Home":
      return marks[0];
    case "End":
      return marks.at(-1);
    default:
      return undefined;
  }
}

function nearestInTime(marks: Mark[], { at }: Mark): Mark | undefined {
  return nearest(marks, (mark) => Math.abs(mark.at - at));
}

/**
 * The mark that a pointer means: the nearest within reach, both in percent of the width. A moment is
 * preferred to the length that it lies in.
 */
export function markNear(marks: Mark[], x: number, reach: number): Mark | undefined {
  const away = ({ x: start, width }: Mark) => Math.max(start - x, x - start - width, 0);
  const reached = marks.filter((mark) => away(mark) <= reach);
  return nearest(reached, (mark) => away(mark) + (mark.width > 0 ? reach / 2 : 0));
}

function nearest(marks: Mark[], distanceOf: (mark: Mark) => number): Mark | undefined {
  const [first, ...others] = marks;
  return others.reduce(
    (best, mark) => (best && distanceOf(mark) < distanceOf(best) ? mark : best),
    first,
  );
}
