import type { Facts } from "./facts";
import { fact, list, quoted, todo } from "./text";

const MOST_LISTED = 20;

/** Actions of earlier incidents that were done and did not hold. */
export function recurrences({ prevented }: Facts): string[] {
  if (prevented.length === 0) return [];
  const lines = prevented.map(({ id, title, incidentKey }) =>
    fact(
      `The earlier action “${quoted(title, 200)}” of ${quoted(incidentKey)} should have prevented this, or made it smaller`,
      `[AI-${id}](/actions/AI-${id})`,
    ),
  );
  return [
    ...list(lines, MOST_LISTED),
    todo("Say why the earlier actions did not prevent this, and what changes now."),
  ];
}
