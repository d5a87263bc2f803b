import { formatMinutes } from "@/lib/format";

/** How far a moment is from the declaration: `+22 min`, `−8 min`, `±0`. */
export function offsetText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes === 0) return "±0";
  return `${minutes > 0 ? "+" : "−"}${formatMinutes(Math.abs(minutes))}`;
}
