import { columnOf } from "./board";
import { EVIDENCE_NAMES, type Closing } from "./closing";

type Closed = Pick<Closing, "evidenceKind" | "evidence" | "dropReason"> & { status: string | null };

/** What a postmortem says beside the status: how an item was proven, or why it will not be done. */
export function closingNote(item: Closed): string | null {
  const { status, evidenceKind, evidence, dropReason } = item;
  const column = columnOf(status);
  if (column === "wont_do") return dropReason;
  if (column !== "done" || evidence === null) return null;
  return `${EVIDENCE_NAMES[evidenceKind ?? "test"]}: ${evidence}`;
}
