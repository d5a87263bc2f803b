import { EVIDENCE_KINDS, type EvidenceKind } from "./action-item";
import { columnOf, type ActionItemStatus, type Move } from "./board";
import { DomainError } from "./error";
import { addressProblem } from "./web-address";

/** What is kept of an item's closing. All of it is missing where a record had closed the item. */
export type Closing = {
  evidenceKind: EvidenceKind | null;
  evidence: string | null;
  dropReason: string | null;
  closedAt: number | null;
  closedBy: string | null;
};

/** What somebody says with another status: the proof for Done, the reason for Won't do or for reopening. */
export type ClosingWords = {
  evidenceKind?: EvidenceKind | undefined;
  evidence?: string | undefined;
  reason?: string | undefined;
};

/** A move on the board, with what its mover says of it and saw before it. */
export type BoardMove = Move &
  ClosingWords & {
    /** The column in which the mover saw the card. */
    from?: ActionItemStatus | undefined;
    isUndo?: boolean | undefined;
  };

export const NOT_CLOSED: Closing = {
  evidenceKind: null,
  evidence: null,
  dropReason: null,
  closedAt: null,
  closedBy: null,
};

export const EVIDENCE_NAMES: Record<EvidenceKind, string> = {
  link: "Link",
  test: "Test",
  figure: "Figure",
};

/** Columns in which an item's work has ended. */
export const CLOSED_COLUMNS = ["done", "wont_do"] as const;
export type ClosedColumn = (typeof CLOSED_COLUMNS)[number];

export function isClosedColumn(column: ActionItemStatus): column is ClosedColumn {
  return column === "done" || column === "wont_do";
}

/** True for an item that is done or dropped. */
export function isClosed(status: string | null): boolean {
  return isClosedColumn(columnOf(status));
}

/** The closed column that a move comes to from another one, where words are asked for. */
export function closedByMove(
  from: ActionItemStatus,
  to: ActionItemStatus,
): ClosedColumn | undefined {
  return from !== to && isClosedColumn(to) ? to : undefined;
}

/** True for a move that somebody who saw the card asked for without the words that its column needs. */
export function asksForWords({ from, to, isUndo, evidence, reason }: BoardMove): boolean {
  return (
    !isUndo && from !== undefined && closedByMove(from, to) !== undefined && !evidence && !reason
  );
}

/**
 * What is kept of the closing once an item has come from one column to another. Leaving a closed column
 * clears it. Within one, what was said stands until somebody says something else.
 */
export function closingAfter(
  { from, to, before }: { from: ActionItemStatus; to: ActionItemStatus; before: Closing },
  words: ClosingWords,
  { by, now }: { by: string; now: number },
): Closing {
  if (!isClosedColumn(to)) return NOT_CLOSED;
  const said = to === "done" ? words.evidence?.trim() : words.reason?.trim();
  if (from === to && !said) return before;

  const { closedAt, closedBy } = from === to ? before : { closedAt: now, closedBy: by };
  const closed = { ...NOT_CLOSED, closedAt, closedBy };
  return to === "done"
    ? { ...closed, ...provenBy(words) }
    : { ...closed, dropReason: reasonIn(words) };
}

/** What is missing in the words for a closed column, by field. */
export function closingProblems(
  to: ClosedColumn,
  words: ClosingWords,
): Record<string, string[]> | undefined {
  try {
    closingAfter({ from: "open", to, before: NOT_CLOSED }, words, { by: "", now: 0 });
    return undefined;
  } catch (error) {
    if (error instanceof DomainError && error.field) return { [error.field]: [error.message] };
    throw error;
  }
}

function provenBy({ evidenceKind, evidence = "" }: ClosingWords) {
  const text = evidence.trim();
  if (!text) throw new DomainError("Say what proves it: a link, a test or a figure.", "evidence");
  if (!evidenceKind) {
    throw new DomainError("Choose whether it is a link, a test or a figure.", "evidence");
  }
  const problem = evidenceKind === "link" ? addressProblem(text) : undefined;
  if (problem) throw new DomainError(problem, "evidence");
  if (evidenceKind === "figure" && !/\d/.test(text)) {
    throw new DomainError("Give the figure: “p99 fell from 900 to 180 ms”.", "evidence");
  }
  return { evidenceKind, evidence: text };
}

function reasonIn({ reason = "" }: ClosingWords): string {
  const text = reason.trim();
  if (!text) throw new DomainError("Say why it will not be done.", "reason");
  return text;
}

/** The evidence as one text, which is how an item's history keeps it: `test: fires at 70 %`. */
export function writtenEvidence({
  evidenceKind,
  evidence,
}: Pick<Closing, "evidenceKind" | "evidence">) {
  return evidence === null ? null : `${evidenceKind ?? "test"}: ${evidence}`;
}

/** The evidence that an item's history keeps as one text. */
export function readEvidence(written: string | null): Pick<Closing, "evidenceKind" | "evidence"> {
  const kind = EVIDENCE_KINDS.find((word) => written?.startsWith(`${word}: `));
  if (!kind || written === null) return { evidenceKind: null, evidence: null };
  return { evidenceKind: kind, evidence: written.slice(kind.length + 2) };
}
