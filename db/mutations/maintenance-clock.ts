import { and, asc, eq, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { maintenances } from "@/db/schema";
import { dueSteps, type Step } from "@/lib/domain/maintenance";
import { WORK_TEXTS } from "@/lib/domain/maintenance-texts";
import { auditMaintenance, newestUpdateAt } from "./maintenance-rows";
import { applyUpdate } from "./maintenance-updates";
import { noticeOf } from "./notices";

/** Who does what the portal does by itself. */
const CLOCK = "Muster";

/**
 * Begins, ends and reminds of all work for which it is time; answers how much was done. What is due is
 * looked up again under the write lock, so that several processes do nothing twice.
 */
export function runDueMaintenance(now: number): number {
  let done = 0;
  for (const id of listCandidates(now)) done += transaction(() => runSteps(id, now));
  return done;
}

function listCandidates(now: number): number[] {
  const { id, status, scheduledFor, scheduledUntil, remindBefore, remindedAt } = maintenances;
  const remindAt = sql`${scheduledFor} - ${remindBefore} * 60000`;
  const reminds = and(isNotNull(remindBefore), isNull(remindedAt), lte(remindAt, now));
  return db()
    .select({ id })
    .from(maintenances)
    .where(
      and(ne(status, "completed"), or(lte(scheduledFor, now), lte(scheduledUntil, now), reminds)),
    )
    .orderBy(asc(scheduledFor), asc(id))
    .all()
    .map((row) => row.id);
}

function runSteps(id: number, now: number): number {
  const steps = dueSteps(requireRow(id), now);
  for (const step of steps) {
    if (step.does === "remind") remind(id, now);
    else run(id, step, step === steps.at(-1), now);
  }
  return steps.length;
}

/** A step bears the time for which it was planned, also where it is caught up with later. */
function run(id: number, { does, at: planned }: Step, isTold: boolean, now: number): void {
  const isStart = does === "start";
  applyUpdate(
    requireRow(id),
    {
      status: isStart ? "in_progress" : "completed",
      body: isStart ? WORK_TEXTS.started : WORK_TEXTS.completed,
      at: Math.max(planned, newestUpdateAt(id)),
      by: CLOCK,
      said: [],
      chosen: new Set(),
      isTold,
    },
    now,
  );
}

function remind(id: number, now: number): void {
  const work = requireRow(id);
  db().update(maintenances).set({ remindedAt: now }).where(eq(maintenances.id, id)).run();
  if (!work.isDemo) noticeOf({ kind: "maintenance_reminder", maintenanceId: id }, now);
  auditMaintenance(CLOCK, "remind", work);
}

function requireRow(id: number) {
  const row = db().select().from(maintenances).where(eq(maintenances.id, id)).get();
  if (!row) throw new Error(`There is no maintenance number ${id}.`);
  return row;
}
