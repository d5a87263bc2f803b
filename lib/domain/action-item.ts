/** Who set an item's deadline, where not its record: the policy, or a person with a reason. */
export const DEADLINE_ORIGINS = ["policy", "person"] as const;
export type DeadlineOrigin = (typeof DEADLINE_ORIGINS)[number];

/** What can prove that an item is done. */
export const EVIDENCE_KINDS = ["link", "test", "figure"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const CHECK_RESULTS = ["held", "failed"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What people say of an item that was to prevent what happened again. */
export const RECURRENCE_ANSWERS = ["reopened", "unrelated"] as const;
export type RecurrenceAnswer = (typeof RECURRENCE_ANSWERS)[number];

/** What people write about a deadline in a form. */
export type DeadlineText = {
  deadline?: string | undefined;
  /** Why it is another day than the policy's. */
  deadlineReason?: string | undefined;
  /** True where a person wants none, not even the policy's. */
  noDeadline?: boolean | undefined;
};

/** What people write in an action item's form. A missing text means that there is none. */
export type ActionItemText = DeadlineText & {
  title: string;
  owner?: string | undefined;
  priority?: string | undefined;
  type?: string | undefined;
};

/**
 * What a field holds after someone saved a form: the typed text on one line, or what stood there, to
 * the letter, where the two say the same. So a save changes only what the person changed.
 */
export function edited(current: string | null, typed = ""): string | null {
  const text = tidy(typed);
  return text === tidy(current ?? "") ? current : text || null;
}

/** A text on one line. */
export function tidy(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

/** The item that an address or a person's word names: "AI-7" is 7. */
export function itemIdOf(word: string): number | undefined {
  const digits = /^AI-([1-9]\d{0,14})$/i.exec(word.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

type Born = { origin: Origin; createdAt: number };
type Origin = "import" | "portal" | "system";
type Course = { declaredAt: number; resolvedAt: number | null };

/**
 * Since when an item waits: since it was made, or, where it came with a record, since its incident was
 * resolved, or declared where it never was.
 */
export function bornAt({ origin, createdAt }: Born, { declaredAt, resolvedAt }: Course): number {
  return origin === "import" ? (resolvedAt ?? declaredAt) : createdAt;
}

const LONGEST_TITLE = 200;

/** A title that a passage of text proposes: one line, cut between words where it is long. */
export function titleFrom(text: string): string {
  const characters = Array.from(tidy(text));
  if (characters.length <= LONGEST_TITLE) return characters.join("");
  const end = characters.lastIndexOf(" ", LONGEST_TITLE);
  return characters.slice(0, end > 0 ? end : LONGEST_TITLE).join("");
}
