import { collidedText } from "./collision";
import { MOST_DAYS, type DeadlineRule, type PolicyRow } from "./deadline-policy";
import { DomainError } from "./error";

/** The fields of the policy's form, as it holds them: whole working days, or nothing for no limit. */
export type PolicyTexts = Record<string, string>;

export const RULE_PARTS = ["finishDays", "assignDays"] as const;
export type RulePart = (typeof RULE_PARTS)[number];

export function fieldOf(
  part: RulePart,
  { priority, severity }: Pick<PolicyRow, "priority" | "severity">,
): string {
  return `${part}.${priority}.${severity}`;
}

export function policyTexts(policy: readonly PolicyRow[]): PolicyTexts {
  return Object.fromEntries(
    policy.flatMap((row) =>
      RULE_PARTS.map((part) => [fieldOf(part, row), String(row[part] ?? "")] as const),
    ),
  );
}

/** What somebody changed in one field, and what stands there now where somebody else did so too. */
export type PolicyChange = { row: PolicyRow; part: RulePart; now: string; written: string };

/** What a form changes in the policy: only the fields that its writer left otherwise than they saw them. */
export function policyChanges(
  policy: readonly PolicyRow[],
  written: PolicyTexts,
  seen: PolicyTexts,
): { changes: PolicyChange[]; collided: PolicyChange[] } {
  const standing = policyTexts(policy);
  const changes: PolicyChange[] = [];
  const collided: PolicyChange[] = [];
  for (const row of policy) {
    for (const part of RULE_PARTS) {
      const field = fieldOf(part, row);
      const [before = "", now = ""] = [seen[field], standing[field]];
      const text = (written[field] ?? before).trim();
      if (text === before || text === now) continue;
      changes.push({ row, part, now, written: text });
      if (now !== before) collided.push({ row, part, now, written: text });
    }
  }
  return { changes, collided };
}

/** The rules that changes make, each once. */
export function changedRules(changes: readonly PolicyChange[]): PolicyRow[] {
  const rows = new Map<PolicyRow, DeadlineRule>();
  for (const { row, part, written } of changes) {
    rows.set(row, { ...(rows.get(row) ?? row), [part]: readDays(written, fieldOf(part, row)) });
  }
  return [...rows].map(([row, rule]) => ({ ...row, ...rule }));
}

function readDays(text: string, field: string): number | null {
  if (text === "") return null;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  if (days === undefined || days > MOST_DAYS) {
    throw new DomainError(`Write whole days from 0 to ${MOST_DAYS}, or nothing.`, field);
  }
  return days;
}

/** For the writer: what somebody else put there meanwhile, beside what they wrote. */
export function collisionText(collided: readonly PolicyChange[]): string {
  return collidedText(
    collided.map(({ row, now, written }) => ({
      label: `${row.priority}, ${row.severity}`,
      before: now,
      after: written,
    })),
  );
}
