import { formatMinutes } from "@/lib/format";

const SECOND = 1000;
export const MINUTE = 60 * SECOND;

export type Countdown = {
  state: "calm" | "soon" | "late";
  text: string;
  /** A sentence for those who listen; it changes at five minutes, at one, and when the time is over. */
  spoken: string;
  /** What stands before the title of the browser's tab. */
  titleMark: string;
};

/** What to show of a due time. Without a clock, as on the server, it is calm. */
export function countdownOf(dueAt: number, now: number | undefined): Countdown {
  if (now === undefined)
    return { state: "calm", text: "Next update due", spoken: "", titleMark: "" };
  const left = dueAt - now;
  if (left < 0) {
    const late = formatMinutes(Math.max(1, Math.floor(-left / MINUTE)));
    return {
      state: "late",
      text: `Update overdue by ${late}`,
      spoken: "The next update is overdue.",
      titleMark: "(!) ",
    };
  }

  const length = lengthLeft(left);
  const text = `Next update due in ${length}`;
  if (left > 5 * MINUTE) return { state: "calm", text, spoken: "", titleMark: "" };
  const minutes = left > MINUTE ? "five minutes" : "one minute";
  return {
    state: "soon",
    text,
    spoken: `The next update is due within ${minutes}.`,
    titleMark: `${length} · `,
  };
}

/** How long until the text may change: a second near the due time, else a quarter of a minute. */
export function tickAfter(dueAt: number, now: number): number {
  const left = dueAt - now;
  return left >= 0 && left < 2 * MINUTE ? SECOND : 15 * SECOND;
}

/** `23 min`, and from five minutes on `4:32`. */
export const lengthLeft = (left: number): string =>
  left > 5 * MINUTE ? formatMinutes(Math.floor(left / MINUTE)) : clock(left);

function clock(left: number): string {
  const seconds = Math.floor(left / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
