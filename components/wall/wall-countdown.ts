import { lengthLeft, MINUTE } from "@/components/incidents/detail/countdown-text";
import { formatMinutes, formatTime } from "@/lib/format";

export type WallCountdown = {
  state: "none" | "calm" | "soon" | "late";
  label: string;
  value: string;
};

/** What the wall says of a due time, in large letters. Without a clock it names the time. */
export function wallCountdown(dueAt: number | undefined, now: number | undefined): WallCountdown {
  if (dueAt === undefined) return { state: "none", label: "No update promised", value: "" };
  if (now === undefined) {
    return { state: "calm", label: "Next update due", value: `${formatTime(dueAt)} UTC` };
  }
  const left = dueAt - now;
  if (left < 0) {
    const late = formatMinutes(Math.max(1, Math.floor(-left / MINUTE)));
    return { state: "late", label: "Update overdue by", value: late };
  }
  const state = left > 5 * MINUTE ? "calm" : "soon";
  return { state, label: "Next update in", value: lengthLeft(left) };
}
