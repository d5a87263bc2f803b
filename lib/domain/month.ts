import { isCalendarDay } from "./time";

const NAMES =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** True when the text is a month of the calendar, `2024-01`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isCalendarDay(`${text}-01`);
}

/** `January 2024` of `2024-01`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split("-");
  return `${NAMES[Number(number) - 1]} ${year}`;
}
