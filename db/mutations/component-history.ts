import { and, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listStates } from "@/db/queries/component-history";
import { components, componentStates } from "@/db/schema";
import { COMPONENT_STATUS_LABELS, type ComponentStatus } from "@/lib/domain/component";
import { effectInWords, meantTime, type HistoryChange } from "@/lib/domain/component-history";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { JsonObject } from "@/lib/domain/record";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { lastSetAt, settleComponent, writeState } from "./component-states";
import { noticeOf } from "./notices";

type NewState = {
  /** The component's public id. */
  component: string;
  status: ComponentStatus;
  /** From when on it holds; missing for now. */
  at?: number | undefined;
  /** The state that the writer saw. */
  seenStatus: ComponentStatus;
};

/** Sets how a component is from some time on, without an incident. Readers and subscribers are told of it. */
export function setComponentState(
  viewer: Viewer,
  { component: publicId, status, at: since, seenStatus }: NewState,
  now = Date.now(),
): void {
  transaction(() => {
    const component = requireStated(publicId);
    const { id, name } = component;
    const before = component.status;
    if (before !== seenStatus) {
      throw new ConflictError(
        `While you wrote, ${name} went from ${labelOf(seenStatus)} to ${labelOf(before)}. Look again, then choose.`,
        before,
      );
    }
    if (status === before) {
      throw new DomainError(`${name} has this state already.`, "status");
    }
    const last = lastSetAt(id);
    const at = since ?? Math.max(now, last ?? now);
    if (since !== undefined) requirePast(since, now);
    if (at < (last ?? component.createdAt)) {
      throw new DomainError(
        `${name} was last set at ${toUtc(last ?? component.createdAt)}. A state from before that is added to its history.`,
        "at",
      );
    }
    const componentStateId = writeState({ componentId: id, status, at, by: viewer.name }, now);
    noticeOf({ kind: "component_state", componentStateId }, now);
    const detail = { before, after: status, at: toUtc(at) };
    recordAudit(viewer.name, "component:set-state", `component ${name}`, detail);
  });
}

export type Correction = {
  /** The component's public id. */
  component: string;
  change: HistoryChange;
  reason: string;
  /** What the writer was told that it changes, as the last refusal named it. */
  confirms?: string | undefined;
};

/**
 * Adds a forgotten state to a component's history, puts one right or withdraws it: what readers are told of
 * its uptime follows. Done once the writer has seen what exactly that changes, and subscribers are not told.
 */
export function correctHistory(
  viewer: Viewer,
  { component: publicId, change: asked, reason, confirms }: Correction,
  now = Date.now(),
): void {
  transaction(() => {
    const component = requireStated(publicId);
    const { id, name, startDate, createdAt, version } = component;
    const before = asked.kind === "add" ? undefined : requireState(id, asked.id);
    const change = meantChange(asked, before?.effectiveAt);
    if (change.kind !== "withdraw") requirePast(change.at, now);
    if (before && change.kind === "correct" && isSame(before, change)) {
      throw new DomainError("Choose another state or time.", "status");
    }

    const shown = `${version} ${JSON.stringify(change)}`;
    if (confirms !== shown) {
      const known = {
        states: listStates(id),
        startDate: startDate ?? toUtc(createdAt).slice(0, 10),
        addedAt: createdAt,
      };
      throw new ConflictError(effectInWords(known, change, now), shown);
    }
    writeChange(id, change, { by: viewer.name, now });
    const detail: JsonObject = { reason, ...inWords("before", before), ...afterOf(change) };
    recordAudit(viewer.name, VERBS[change.kind], `component ${name}`, detail);
  });
}

const VERBS = {
  add: "component:add-state",
  correct: "component:correct-state",
  withdraw: "component:withdraw-state",
} as const;

function writeChange(
  componentId: number,
  change: HistoryChange,
  { by, now }: { by: string; now: number },
): void {
  if (change.kind === "add") {
    writeState({ componentId, status: change.status, at: change.at, by }, now);
    return;
  }
  const version = sql`${componentStates.version} + 1`;
  const values =
    change.kind === "withdraw"
      ? { withdrawnAt: now, version }
      : { status: change.status, effectiveAt: change.at, correctedAt: now, version };
  db().update(componentStates).set(values).where(eq(componentStates.id, change.id)).run();
  settleComponent(componentId, now);
}

/** A form's time is of whole seconds: where it was left alone, the exact one stays. */
function meantChange(change: HistoryChange, standing: number | undefined): HistoryChange {
  if (change.kind !== "correct" || standing === undefined) return change;
  return { ...change, at: meantTime(change.at, standing) };
}

type StateRow = typeof componentStates.$inferSelect;

const isSame = (row: StateRow, { status, at }: { status: ComponentStatus; at: number }) =>
  row.status === status && row.effectiveAt === at;

const inWords = (name: "before" | "after", row: StateRow | undefined) =>
  row && { [name]: row.status, [`${name}At`]: toUtc(row.effectiveAt) };

const afterOf = (change: HistoryChange) =>
  change.kind === "withdraw" ? {} : { after: change.status, afterAt: toUtc(change.at) };

const labelOf = (status: ComponentStatus) => COMPONENT_STATUS_LABELS[status].toLowerCase();

function requirePast(at: number, now: number): void {
  if (at > now) throw new DomainError("That time is still to come.", "at");
}

/** A component in use that can have states: a group has none of its own. */
function requireStated(publicId: string) {
  const component = db().select().from(components).where(eq(components.publicId, publicId)).get();
  if (!component || component.isGroup) throw new NotFoundError("This component is not there.");
  if (component.archivedAt !== null) {
    throw new DomainError(`${component.name} is in the archive. Restore it first.`);
  }
  return component;
}

function requireState(componentId: number, id: number): StateRow {
  const row = db()
    .select()
    .from(componentStates)
    .where(and(eq(componentStates.id, id), eq(componentStates.componentId, componentId)))
    .get();
  if (!row) throw new NotFoundError("This state is not in the history.");
  if (row.withdrawnAt !== null) throw new DomainError("Somebody has withdrawn this state.");
  return row;
}
