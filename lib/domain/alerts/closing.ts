import type { Closes } from "./rule";

type Ending = {
  closes: Closes;
  /** Of the incident: a person did something there. */
  isTouched: boolean;
  wasDeclaredByRule: boolean;
  /** Of the incident: alerts were left out of a message, so that nobody knows of their end. */
  isCut: boolean;
  status: string;
};

/** What to do with an incident whose alerts are all resolved. */
export function endingOf({ closes, isTouched, wasDeclaredByRule, isCut, status }: Ending): Closes {
  if (closes === "nothing" || closes === "timeline" || isCut) {
    return closes === "nothing" ? "nothing" : "timeline";
  }
  if (closes === "resolve" && wasDeclaredByRule && !isTouched) return "resolve";
  return closes === "monitoring" && isBefore(status) ? "monitoring" : "timeline";
}

const isBefore = (status: string) => status === "investigating" || status === "identified";
