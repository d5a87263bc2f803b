import { and, eq, gte } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { maintenanceUpdates } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { followingStatuses } from "@/lib/domain/maintenance";
import { WORK_TEXTS } from "@/lib/domain/maintenance-texts";
import type { MaintenanceStatus } from "@/lib/domain/site";
import type { Viewer } from "@/lib/domain/viewer";
import { changesOf, type ComponentStates } from "./component-states";
import { wholeSecond } from "./entries";
import {
  addMaintenanceUpdate,
  auditMaintenance,
  changeMaintenance,
  newestUpdateAt,
  requireMaintenance,
  type MaintenanceRow,
  type Said,
} from "./maintenance-rows";
import { changesAtEnd, changesAtStart, setStates } from "./maintenance-states";

export type MaintenancePost = {
  id: string;
  body?: string;
  /** Its new state; it stays as it is when left out. */
  status?: MaintenanceStatus;
  /** The state that the writer saw: a change that is built on an older one is refused. */
  seenStatus: MaintenanceStatus;
  /** States of components that the writer chose; the others become what the work makes of them. */
  components?: ComponentStates;
  seenComponents?: ComponentStates;
};

const SENT_TWICE_WITHIN = 60_000;

/** Posts a public update of work, which may begin it, end it, or change how components are. */
export function postMaintenanceUpdate(
  viewer: Viewer,
  post: MaintenancePost,
  now = Date.now(),
): void {
  transaction(() => {
    const work = requireMaintenance(post.id);
    const status = post.status ?? work.status;
    const body = post.body ?? defaultText(work, status);
    if (isSentTwice(work, { body, status }, now)) return;
    requireStep(work, post, status);

    const chosen = chosenStates(post.components ?? {});
    const said = changesOf(chosen, post.seenComponents ?? {}, work.status);
    const at = Math.max(wholeSecond(now), newestUpdateAt(work.id));
    applyUpdate(work, { status, body, at, by: viewer.name, said, chosen: idsOf(chosen) }, now);
  });
}

type Applied = {
  status: MaintenanceStatus;
  body: string;
  at: number;
  by: string;
  said: Said[];
  /** The components whose state somebody chose. */
  chosen: Set<number>;
  isTold?: boolean;
};

/** Writes an update with all that it brings about; part of a larger write. */
export function applyUpdate(work: MaintenanceRow, update: Applied, now: number): void {
  const { status, at, by, chosen } = update;
  const starts = work.status === "scheduled" && status === "in_progress";
  const ends = work.status !== "completed" && status === "completed";
  const own = starts ? changesAtStart(work.id, chosen) : ends ? changesAtEnd(work.id, chosen) : [];
  const said = [...update.said, ...own];
  const isTold = !work.isDemo && (update.isTold ?? true);

  setStates(said, { maintenanceId: work.id, by, at }, now);
  const { publicId } = addMaintenanceUpdate(work, { ...update, said, isTold }, now);
  changeMaintenance(
    work,
    { status, ...(starts && { startedAt: at }), ...(ends && { completedAt: at }) },
    now,
  );
  const verb = starts ? "start" : ends ? "complete" : "update";
  auditMaintenance(by, verb, work, { update: publicId, status, components: said.length });
}

function defaultText(work: MaintenanceRow, status: MaintenanceStatus): string {
  if (status === work.status) throw new DomainError("Write what is new.", "body");
  if (status === "completed") return WORK_TEXTS.completed;
  return status === "verifying" ? WORK_TEXTS.verifying : WORK_TEXTS.started;
}

function requireStep(work: MaintenanceRow, post: MaintenancePost, status: MaintenanceStatus): void {
  if (post.seenStatus !== work.status && post.status !== undefined) {
    throw new ConflictError(
      "While you wrote, the state of this maintenance changed. Your text is kept here: check it and post again.",
      { status: work.status, components: post.seenComponents ?? {} },
    );
  }
  if (status !== work.status && !followingStatuses(work.status).includes(status)) {
    throw new DomainError("This maintenance cannot go there from where it is.", "status");
  }
}

function isSentTwice(
  { id }: MaintenanceRow,
  { body, status }: { body: string; status: MaintenanceStatus },
  now: number,
): boolean {
  const { maintenanceId, createdAt } = maintenanceUpdates;
  const same = and(
    eq(maintenanceId, id),
    eq(maintenanceUpdates.body, body),
    eq(maintenanceUpdates.status, status),
    gte(createdAt, now - SENT_TWICE_WITHIN),
  );
  return (
    db().select({ id: maintenanceUpdates.id }).from(maintenanceUpdates).where(same).get() !==
    undefined
  );
}

const chosenStates = (states: ComponentStates): ComponentStates =>
  Object.fromEntries(Object.entries(states).filter(([, state]) => state !== undefined));

const idsOf = (states: ComponentStates) => new Set(Object.keys(states).map(Number));

export type UpdateCorrection = {
  /** The maintenance, and the update, by their public ids. */
  id: string;
  update: string;
  body: string;
  /** The text that the writer saw. */
  seen: string;
};

/** Puts a posted update right. The page says when; nobody is told again. */
export function correctMaintenanceUpdate(
  viewer: Viewer,
  { id, update, body, seen }: UpdateCorrection,
  now = Date.now(),
): void {
  transaction(() => {
    const work = requireMaintenance(id);
    const { publicId, maintenanceId } = maintenanceUpdates;
    const row = db()
      .select()
      .from(maintenanceUpdates)
      .where(and(eq(publicId, update), eq(maintenanceId, work.id)))
      .get();
    if (!row) throw new NotFoundError("This update is not there.");
    if (row.body === body) return;
    if (row.body !== seen) {
      throw new ConflictError(
        "Someone corrected this update while you wrote. Your text is kept here: compare it with theirs, then save again.",
        row.body,
      );
    }
    db()
      .update(maintenanceUpdates)
      .set({ body, correctedAt: now })
      .where(eq(maintenanceUpdates.id, row.id))
      .run();
    changeMaintenance(work, {}, now);
    auditMaintenance(viewer.name, "correct", work, { update, before: row.body });
  });
}
