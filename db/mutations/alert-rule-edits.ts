import { and, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findRule, listRules } from "@/db/queries/alert-rules";
import { alertRules } from "@/db/schema";
import type { Closes, Join, RuleConditions, RuleDeed } from "@/lib/domain/alerts/rule";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Severity } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type RuleDraft = {
  name: string;
  conditions: RuleConditions;
  deed: RuleDeed;
  severity: Severity | null;
  titleTemplate: string;
  joins: Join;
  windowMinutes: number | null;
  closes: Closes;
};

const MOST_RULES = 200;

/** Adds a rule behind the others, which still come first. */
export function addRule(
  viewer: Viewer,
  { isDemo = false, ...draft }: RuleDraft & { isDemo?: boolean },
): { id: number } {
  return transaction(() => {
    const rules = listRules();
    if (rules.length >= MOST_RULES) throw new DomainError(`There can be ${MOST_RULES} rules.`);
    const position = (rules.at(-1)?.position ?? -1) + 1;
    const { id } = db()
      .insert(alertRules)
      .values({ ...draft, position, isDemo, createdBy: viewer.name })
      .returning({ id: alertRules.id })
      .get();
    recordAudit(viewer.name, "alert-rule:add", `alert rule ${id}`, { after: draft });
    return { id };
  });
}

export type RuleEdit = RuleDraft & { id: number; version: number };

/** Changes a rule. What it decided before stays as it is. */
export function editRule(viewer: Viewer, { id, version, ...draft }: RuleEdit): void {
  transaction(() => {
    const before = requireRule(id);
    const { changes } = db()
      .update(alertRules)
      .set({ ...draft, isDemo: false, version: next })
      .where(and(eq(alertRules.id, id), eq(alertRules.version, version)))
      .run();
    if (changes === 0) {
      throw new ConflictError(
        "Somebody else changed this rule meanwhile. Save again to replace it.",
        {
          version: before.version,
        },
      );
    }
    const { name, conditions, deed, severity, titleTemplate, joins, windowMinutes, closes } =
      before;
    const was = { name, conditions, deed, severity, titleTemplate, joins, windowMinutes, closes };
    recordAudit(viewer.name, "alert-rule:edit", `alert rule ${id}`, { before: was, after: draft });
  });
}

/** Moves a rule one place up or down. */
export function moveRule(viewer: Viewer, { id, to }: { id: number; to: "up" | "down" }): void {
  transaction(() => {
    requireRule(id);
    const order = listRules().map((rule) => rule.id);
    const from = order.indexOf(id);
    const place = from + (to === "up" ? -1 : 1);
    if (place < 0 || place >= order.length) return;
    for (const [position, each] of order.toSpliced(from, 1).toSpliced(place, 0, id).entries()) {
      db().update(alertRules).set({ position }).where(eq(alertRules.id, each)).run();
    }
    recordAudit(viewer.name, "alert-rule:move", `alert rule ${id}`, { to });
  });
}

/** Switches a rule on or off. */
export function switchRule(
  viewer: Viewer,
  { id, to }: { id: number; to: "on" | "off" },
  now = Date.now(),
): void {
  transaction(() => {
    const { disabledAt } = requireRule(id);
    if ((disabledAt === null) === (to === "on")) return;
    db()
      .update(alertRules)
      .set({ disabledAt: to === "on" ? null : now, version: next })
      .where(eq(alertRules.id, id))
      .run();
    recordAudit(viewer.name, "alert-rule:switch", `alert rule ${id}`, { to });
  });
}

/** Removes a rule. Alerts keep that a rule decided. */
export function removeRule(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const { name } = requireRule(id);
    db().delete(alertRules).where(eq(alertRules.id, id)).run();
    recordAudit(viewer.name, "alert-rule:remove", `alert rule ${id}`, { name });
  });
}

const next = sql`${alertRules.version} + 1`;

function requireRule(id: number) {
  const rule = findRule(id);
  if (!rule) throw new NotFoundError("This rule is not there any more.");
  return rule;
}
