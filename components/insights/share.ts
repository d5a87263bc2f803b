import { ENOUGH_VALUES } from "@/lib/domain/insights/spread";

/** So many of so many, as a percentage where they are enough for one. */
export function shareText(count: number, of: number): string {
  if (of === 0) return "–";
  if (of < ENOUGH_VALUES) return `${count} of ${of}`;
  return `${Math.floor((100 * count) / of)}\u00a0%`;
}
