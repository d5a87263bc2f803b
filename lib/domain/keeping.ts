import type { Viewer } from "./viewer";

/** Why a row of the timeline stays as it is, or that this person may change it. */
export type Keeping = "own" | "other" | "imported" | "system" | "message";

type Row = {
  origin: string;
  /** The id of the user who typed it. */
  recordedBy: number | null;
  repeatsMessage: boolean;
};

/** Who keeps this row: its author and admins may change what a person typed, and nobody the rest. */
export function keepingOf(
  { origin, recordedBy, repeatsMessage }: Row,
  { userId, role }: Pick<Viewer, "userId" | "role">,
): Keeping {
  if (repeatsMessage) return "message";
  if (origin === "import") return "imported";
  if (origin === "system") return "system";
  return role === "admin" || recordedBy === userId ? "own" : "other";
}

/** Why a row cannot be changed, in words; `undefined` where it can. */
export function whyKept(keeping: Keeping, actor: string | null): string | undefined {
  if (keeping === "own") return undefined;
  if (keeping === "message") {
    return "This row repeats a message. Correct the message instead.";
  }
  if (keeping === "imported") {
    return "This row came with an imported record and stays as it is there.";
  }
  if (keeping === "system") {
    return "Muster wrote this row about a change. It stays as it is.";
  }
  return `${actor ?? "Someone else"} wrote this row. Its author or an admin can change it.`;
}
