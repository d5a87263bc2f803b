import { isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { sessions } from "@/db/schema";
import { recordAudit } from "./audit";

/**
 * Writes down that this database came back from a backup, and ends all sessions: those that were ended since the
 * backup would live again.
 */
export function noteRestore(
  actor: string,
  { file, through }: { file: string; through: number },
  now: number,
): void {
  transaction(() => {
    const isLive = isNull(sessions.revokedAt);
    const ended = db().update(sessions).set({ revokedAt: now }).where(isLive).run().changes;
    recordAudit(actor, "backup:restore", "database", { file, through, sessions: ended });
  });
}
