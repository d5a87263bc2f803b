import type { Viewer } from "./viewer";

type Message = {
  isPublic: boolean;
  /** The name of whoever posted it, where that is known. */
  author: string | null;
};

/** May this person correct a message? What everyone reads may be put right by any responder. */
export function mayCorrect(
  { isPublic, author }: Message,
  { name, role }: Pick<Viewer, "name" | "role">,
): boolean {
  return isPublic || role === "admin" || author === name;
}
