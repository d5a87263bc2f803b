import { INCIDENT_STATUSES, type IncidentStatus } from "./incident";

/** Where an incident stands, in the words of the public page. */
export const PUBLIC_STATUS_LABELS: Record<IncidentStatus, string> = {
  investigating: "Investigating",
  identified: "Identified",
  monitoring: "Monitoring",
  resolved: "Resolved",
};

const LEADING_WORD = /^\s*(investigating|identified|monitoring|resolved|update)\s*[-–—:]\s+(?=\S)/i;

/** The status that a text names; `undefined` for any word that the public page does not know. */
export function publicStatus(word: unknown): IncidentStatus | undefined {
  if (typeof word !== "string") return undefined;
  return INCIDENT_STATUSES.find((status) => status === word.trim().toLowerCase());
}

/** The status that a message leads with, as in "Identified - We found it", and the rest of the message. */
export function splitStatus(message: string): { status: IncidentStatus | undefined; body: string } {
  const match = LEADING_WORD.exec(message);
  const body = match ? message.slice(match[0].length) : message;
  return { status: publicStatus(match?.[1]), body: body.trim() };
}

export type Announcement = { at: number; status: unknown };

/**
 * The status and public body of each message, in the order of time: what the message leads with, else
 * what was announced at the same moment, else the status before it, else "investigating".
 */
export function statusesOf<M extends { at: number; message: string }>(
  messages: M[],
  announcements: Announcement[],
): (M & { status: IncidentStatus; body: string })[] {
  let previous: IncidentStatus = "investigating";
  return messages.map((message) => {
    const { status, body } = splitStatus(message.message);
    const announced = announcements
      .filter(({ at }) => at === message.at)
      .map((announcement) => publicStatus(announcement.status))
      .find((word) => word !== undefined);
    previous = status ?? announced ?? previous;
    return { ...message, status: previous, body };
  });
}

/** When the newest unbroken run of "resolved", and reports on it, began, given the updates newest first. */
export function resolvedSince(updates: { status: string; at: number }[]): number | undefined {
  const reopened = updates.findIndex(
    ({ status }) => status !== "resolved" && status !== "postmortem",
  );
  const run = reopened === -1 ? updates : updates.slice(0, reopened);
  return run.at(-1)?.at;
}
