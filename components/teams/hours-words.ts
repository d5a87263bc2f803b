import { WEEKDAYS } from "@/lib/domain/working-days";

export const DAY_NAMES: Record<(typeof WEEKDAYS)[number], string> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

/** Days of the week as people say them: "Monday to Friday", "Sunday to Thursday", "Monday, Wednesday". */
export function daysInWords(workingDays: readonly number[]): string {
  const days = WEEKDAYS.filter((day) => workingDays.includes(day));
  if (days.length === 7) return "Every day";
  const starts = days.filter((day) => !workingDays.includes(before(day)));
  const [start] = starts;
  if (starts.length !== 1 || start === undefined || days.length < 3) {
    return days.map((day) => DAY_NAMES[day]).join(", ");
  }
  const end = WEEKDAYS[(start + days.length - 2) % 7] ?? start;
  return `${DAY_NAMES[start]} to ${DAY_NAMES[end]}`;
}

const before = (day: number) => (day === 1 ? 7 : day - 1);
