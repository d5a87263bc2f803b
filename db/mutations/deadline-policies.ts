import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listPolicy } from "@/db/queries/deadline-policies";
import { deadlinePolicies } from "@/db/schema";
import { builtInRule, type PolicyRow } from "@/lib/domain/deadline-policy";
import { ConflictError } from "@/lib/domain/error";
import {
  changedRules,
  collisionText,
  policyChanges,
  policyTexts,
  type PolicyTexts,
} from "@/lib/domain/policy-form";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type PolicyEdit = {
  days: PolicyTexts;
  /** Each field as the writer saw it: what they left so is not touched. */
  seen: PolicyTexts;
};

/** Sets other days for items to come, and for those whose priority or severity changes; days that are set stay. */
export function changePolicy(viewer: Viewer, { days, seen }: PolicyEdit, now = Date.now()): void {
  transaction(() => {
    const policy = listPolicy();
    const { changes, collided } = policyChanges(policy, days, seen);
    if (collided.length > 0) throw new ConflictError(collisionText(collided), policyTexts(policy));
    const rules = changedRules(changes);
    if (rules.length === 0) return;

    for (const rule of rules) putRule(viewer, rule, now);
    recordAudit(viewer.name, "deadline:change-policy", "deadline policy", {
      before: ruleTexts(policy.filter((row) => rules.some((rule) => isRule(row, rule)))),
      after: ruleTexts(rules),
    });
  });
}

const isRule = (one: PolicyRow, other: PolicyRow) =>
  one.priority === other.priority && one.severity === other.severity;

const ruleTexts = (rules: readonly PolicyRow[]) =>
  Object.fromEntries(
    rules.map(({ priority, severity, assignDays, finishDays }) => [
      `${priority} ${severity}`,
      `${assignDays ?? "–"} to assign, ${finishDays ?? "–"} to finish`,
    ]),
  );

/** Takes the built-in days for every priority and severity. */
export function restorePolicy(viewer: Viewer): void {
  transaction(() => {
    const { changes } = db().delete(deadlinePolicies).run();
    if (changes > 0) recordAudit(viewer.name, "deadline:restore-policy", "deadline policy");
  });
}

function putRule(viewer: Viewer, rule: PolicyRow, now: number): void {
  const { priority, severity, assignDays, finishDays } = rule;
  const { priority: whichPriority, severity: whichSeverity } = deadlinePolicies;
  const builtIn = builtInRule(priority, severity);
  if (assignDays === builtIn.assignDays && finishDays === builtIn.finishDays) {
    db()
      .delete(deadlinePolicies)
      .where(and(eq(whichPriority, priority), eq(whichSeverity, severity)))
      .run();
    return;
  }
  const set = { assignDays, finishDays, changedBy: viewer.name, changedAt: now };
  db()
    .insert(deadlinePolicies)
    .values({ priority, severity, ...set })
    .onConflictDoUpdate({ target: [whichPriority, whichSeverity], set })
    .run();
}
