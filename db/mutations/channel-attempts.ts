import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { channels } from "@/db/schema";
import type { Outcome } from "@/lib/domain/outbox";

/** Keeps at a channel what came of the last attempt to reach it. */
export function noteChannelAttempt(id: number, outcome: Outcome, now: number): void {
  if (outcome.is === "dropped") return;
  const after =
    outcome.is === "sent" ? { problem: null, sentAt: now } : { problem: outcome.problem };
  db().update(channels).set(after).where(eq(channels.id, id)).run();
}
