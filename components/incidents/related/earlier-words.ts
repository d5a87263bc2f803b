import type { Reason } from "@/lib/domain/similar";

/** `Same service payment-gateway; similar cause: connection pool`. */
export function reasonsText(reasons: Reason[]): string {
  const texts = reasons.map(({ why, what }) =>
    why.startsWith("same service") ? `${why} ${what}` : `${why}: ${what}`,
  );
  const [first = "", ...more] = texts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...more].join("; ");
}

/** `2 of 3 actions still open`. */
export function itemsText({ open, total }: { open: number; total: number }): string {
  const actions = total === 1 ? "action" : "actions";
  if (open > 0) return `${open} of ${total} ${actions} still open`;
  return total === 1 ? "Its action is done" : `All ${total} actions done`;
}
