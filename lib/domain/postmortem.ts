export const MAX_POSTMORTEM_BYTES = 256 * 1024;

/** True when a text is short enough to be kept, and to be laid out. */
export function fitsPostmortem(body: string): boolean {
  return new TextEncoder().encode(body).length <= MAX_POSTMORTEM_BYTES;
}

/** Where a postmortem stands on its way to its readers. */
export const POSTMORTEM_STATES = [
  "draft",
  "in_review",
  "approved",
  "published",
  "not_required",
] as const;
export type PostmortemState = (typeof POSTMORTEM_STATES)[number];

export const VERDICTS = ["approved", "changes_requested"] as const;
/** What a reviewer says of a text. */
export type Verdict = (typeof VERDICTS)[number];
