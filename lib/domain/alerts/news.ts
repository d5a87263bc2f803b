import type { AlertChange, AlertStatus, NormalAlert } from "./alert";

const MINUTE = 60_000;

/** What fires again so soon after it was over is the same alert, which flaps. */
export const REOPENS_WITHIN = 10 * MINUTE;

type Known = {
  status: AlertStatus;
  startsAt: number;
  toldAt: number | null;
  lastSeenAt: number;
};

/** What news of an alert do: nothing at all, no more than that it was seen, or what they say. */
export type Step =
  | { is: "none" }
  | { is: "seen" }
  | { is: "new"; status: AlertStatus }
  | { is: "refreshed" }
  | { is: "changed"; status: AlertStatus; change: AlertChange["change"] };

/** What follows from news of an alert, given the last time that it fired. */
export function newsOf(
  normal: Pick<NormalAlert, "status" | "startsAt" | "at">,
  known: Known | undefined,
  now: number,
): Step {
  const { status } = normal;
  const isOpening = status !== "resolved" && status !== "unchanged";
  const opened = status === "acknowledged" ? status : "firing";
  if (!known) return isOpening ? { is: "new", status: opened } : { is: "none" };
  if (normal.at !== undefined && known.toldAt !== null && normal.at < known.toldAt) {
    return { is: "seen" };
  }
  if (known.status !== "resolved") return changeOf(status, known.status);
  if (!isOpening) return { is: "seen" };
  const isSame = normal.startsAt !== undefined && normal.startsAt === known.startsAt;
  return isSame || now - known.lastSeenAt <= REOPENS_WITHIN
    ? { is: "changed", status: opened, change: "reopened" }
    : { is: "new", status: opened };
}

/** An alert that somebody acknowledged stays so when it is only said once more that it fires. */
function changeOf(said: NormalAlert["status"], stands: AlertStatus): Step {
  if (said === "resolved") return { is: "changed", status: said, change: said };
  if (said === "acknowledged" && stands === "firing") {
    return { is: "changed", status: said, change: said };
  }
  if (said === "unacknowledged" && stands === "acknowledged") {
    return { is: "changed", status: "firing", change: "firing" };
  }
  return { is: "refreshed" };
}
