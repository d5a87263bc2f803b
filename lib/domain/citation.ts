import { toUtc } from "./time";

type Cited = {
  key: string;
  /** `e-9` for an event, `c-3` for a communication. */
  anchor: string;
  at: number;
  /** When the incident's first event was: times of that day need no date. */
  firstAt: number;
};

/** A link to a part of an incident by its time: `[14:40](/incidents/INC-2024-0142#e-9)`. */
export function citation({ key, anchor, at, firstAt }: Cited): string {
  return `[${shortTime(at, firstAt)}](/incidents/${encodeURIComponent(key)}#${anchor})`;
}

/** `14:40`, or `2024-01-16 14:40` on another day than the first. */
export function shortTime(at: number, firstAt: number): string {
  const text = toUtc(at).slice(0, 16).replace("T", " ");
  return text.slice(0, 10) === toUtc(firstAt).slice(0, 10) ? text.slice(11) : text;
}
