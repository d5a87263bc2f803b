import { UnwritableError } from "@/lib/domain/error";
import { sayTrouble, troubleKindOf, UNSURE_CODE, UNSURE_WORDS } from "@/lib/domain/storage";
import { noteTrouble } from "@/lib/storage";

/** Runs a write. Where the disk refuses it, that is noted, and whoever asked is told so in words. */
export function storing<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    const code = codeOf(error);
    const kind = troubleKindOf(code);
    if (!kind) throw error;
    noteTrouble(kind, error);
    throw new UnwritableError(code === UNSURE_CODE ? UNSURE_WORDS : sayTrouble({ kind }));
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
