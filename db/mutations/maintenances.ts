import { and, eq, gte, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { pageZone } from "@/db/queries/maintenances";
import { maintenances } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { remindedBy } from "@/lib/domain/maintenance";
import { rescheduledText, WORK_TEXTS } from "@/lib/domain/maintenance-texts";
import type { Viewer } from "@/lib/domain/viewer";
import { momentText } from "@/lib/status-page/moment-text";
import { wholeSecond } from "./entries";
import { setPlannedComponents } from "./maintenance-components";
import {
  changedIn,
  requireNoNewOverlap,
  requireWindow,
  type Plan,
  type Planned,
} from "./maintenance-plan";
import {
  addMaintenanceUpdate,
  auditMaintenance,
  changeMaintenance,
  newestUpdateAt,
  requireMaintenance,
  type MaintenanceRow,
} from "./maintenance-rows";
import { namedComponents } from "./maintenance-states";
import { makePublicId } from "./public-id";

type NewPlan = Plan & { body: string; isDemo?: boolean };

const SENT_TWICE_WITHIN = 60_000;

/** Announces work: outsiders read of it at once. Gives its public id. */
export function scheduleMaintenance(
  viewer: Viewer,
  { body, isDemo = false, components: planned, seenOverlaps, ...plan }: NewPlan,
  now = Date.now(),
): { id: string } {
  return transaction(() => {
    const at = wholeSecond(now);
    const repeated = findSame(viewer, plan, at);
    if (repeated) return repeated;
    requireWindow(plan, now);
    requireNoNewOverlap(plan, seenOverlaps);

    const work = db()
      .insert(maintenances)
      .values({
        ...plan,
        publicId: makePublicId(),
        status: "scheduled",
        remindedAt: remindedBy({ ...plan, status: "scheduled", remindedAt: null }, at),
        createdBy: viewer.name,
        isDemo,
        createdAt: at,
        updatedAt: at,
      })
      .returning()
      .get();
    setPlannedComponents(work.id, planned);
    const said = namedComponents(work.id);
    const by = viewer.name;
    const update = { status: "scheduled", body, at, by, said, isTold: !isDemo } as const;
    addMaintenanceUpdate(work, update, at);
    auditMaintenance(by, "schedule", work, { title: work.title });
    return { id: work.publicId };
  });
}

export type PlanEdit = Plan & {
  id: string;
  /** The version that the writer saw. */
  version: number;
  /** What outsiders are told of a new window; words of ours without it. */
  body?: string;
};

/** Changes a plan. A new window is news, which is told; calendars take over what concerns them. */
export function editMaintenance(
  viewer: Viewer,
  { id, version, body, components: planned, seenOverlaps, ...plan }: PlanEdit,
  now = Date.now(),
): void {
  transaction(() => {
    const work = requireOpen(id);
    if (work.version !== version) {
      throw new ConflictError(
        "Someone changed this maintenance while you wrote. Your text is kept here: compare, then save again.",
        { version: work.version, overlaps: seenOverlaps },
      );
    }
    const isMoved =
      work.scheduledFor !== plan.scheduledFor || work.scheduledUntil !== plan.scheduledUntil;
    if (work.status !== "scheduled" && work.scheduledFor !== plan.scheduledFor) {
      throw new DomainError("It has begun. Only its end can be moved.", "from");
    }
    if (isMoved) {
      requireWindow(plan, now);
      requireNoNewOverlap(plan, [...seenOverlaps, id], work.version);
    }
    const isNewInCalendars = isMoved || work.title !== plan.title;
    const isOnOthers = work.status === "scheduled" && setPlannedComponents(work.id, planned);
    changeMaintenance(
      work,
      {
        ...plan,
        sequence: work.sequence + (isNewInCalendars ? 1 : 0),
        ...(isMoved && { remindedAt: remindedBy({ ...work, ...plan }, now) }),
      },
      isNewInCalendars || isOnOthers ? now : undefined,
    );
    if (isMoved) tellOfWindow(viewer, { ...work, ...plan }, body, now);
    auditMaintenance(viewer.name, "edit", work, changedIn(work, plan));
  });
}

function tellOfWindow(
  viewer: Viewer,
  work: MaintenanceRow,
  body: string | undefined,
  now: number,
): void {
  const zone = pageZone();
  const [from, until] = [work.scheduledFor, work.scheduledUntil].map((at) => momentText(at, zone));
  addMaintenanceUpdate(
    work,
    {
      status: work.status,
      body: body ?? rescheduledText(from ?? "", until ?? ""),
      at: Math.max(wholeSecond(now), newestUpdateAt(work.id)),
      by: viewer.name,
      said: work.status === "scheduled" ? namedComponents(work.id) : [],
      isTold: !work.isDemo,
    },
    now,
  );
}

/** Calls off work that has not begun. It stays on the page, and calendars strike it out. */
export function cancelMaintenance(
  viewer: Viewer,
  { id, version, body }: { id: string; version: number; body?: string },
  now = Date.now(),
): void {
  transaction(() => {
    const work = requireOpen(id);
    if (work.status !== "scheduled") {
      throw new DomainError("It has begun. Say that it is completed instead.");
    }
    if (work.version !== version) {
      throw new ConflictError(
        "Someone changed this maintenance meanwhile. Look at it, then cancel it again.",
        { version: work.version },
      );
    }
    const at = Math.max(wholeSecond(now), newestUpdateAt(work.id));
    changeMaintenance(
      work,
      { status: "completed", cancelledAt: at, completedAt: at, sequence: work.sequence + 1 },
      now,
    );
    const text = body ?? WORK_TEXTS.cancelled;
    const by = viewer.name;
    const isTold = !work.isDemo;
    const said = namedComponents(work.id);
    addMaintenanceUpdate(work, { status: "completed", body: text, at, by, said, isTold }, now);
    auditMaintenance(by, "cancel", work);
  });
}

function requireOpen(id: string): MaintenanceRow {
  const work = requireMaintenance(id);
  if (work.status === "completed") throw new DomainError("This maintenance is over.");
  return work;
}

function findSame({ name }: Viewer, plan: Planned, at: number) {
  return db()
    .select({ id: maintenances.publicId })
    .from(maintenances)
    .where(
      and(
        eq(maintenances.title, plan.title),
        eq(maintenances.scheduledFor, plan.scheduledFor),
        eq(maintenances.scheduledUntil, plan.scheduledUntil),
        eq(maintenances.createdBy, name),
        gte(maintenances.createdAt, at - SENT_TWICE_WITHIN),
        isNull(maintenances.cancelledAt),
      ),
    )
    .get();
}
