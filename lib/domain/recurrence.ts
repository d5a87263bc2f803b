import type { CheckResult, RecurrenceAnswer } from "./action-item";
import { columnOf } from "./board";
import { phrasesSharedWith } from "./phrases";
import type { Reason } from "./similar";
import { serviceKey } from "./team";

/** An item of an earlier incident. */
export type EarlierItem = {
  status: string | null;
  type: string | null;
  /** None where its record had closed it. */
  closedAt: number | null;
  checkText: string | null;
  checkResult: CheckResult | null;
  /** The contributing factors that it answers. */
  factors: string[];
};

/** The later incident, as far as it matters to what came before. */
export type Recurring = { beganAt: number; factors: string[] };

const PREVENTING = ["prevention", "mitigation", "detection"];

type Happened = { service: string | undefined; reasons: Reason[] };

/** Did it happen again? It did where a cause is alike, or where it is the same main service that failed. */
export function isRecurrence(service: string | undefined, earlier: Happened): boolean {
  const isSame = service !== undefined && serviceKey(service) === serviceKey(earlier.service ?? "");
  return isSame || earlier.reasons.some(({ why }) => why === "similar cause");
}

/**
 * Tells why an item of an incident like this one should have prevented it, or made it smaller; nothing
 * where it was not done before this one began, or was never meant to. Where nobody knows when it was
 * done, it is asked about.
 */
export function expectationsOf({ beganAt, factors }: Recurring): (item: EarlierItem) => string[] {
  const sharedWith = phrasesSharedWith(factors);
  return (item) => {
    const wasDone =
      columnOf(item.status) === "done" && (item.closedAt === null || item.closedAt < beganAt);
    if (!wasDone) return [];
    return [
      ...(item.type !== null && PREVENTING.includes(item.type) ? [`it was for ${item.type}`] : []),
      ...(item.checkText === null ? [] : [checkReason(item)]),
      ...(sharedWith(item.factors).length > 0 ? ["it answers a factor like one of these"] : []),
    ];
  };
}

function checkReason({ checkText, checkResult }: EarlierItem): string {
  const seen = { held: "which held", failed: "which failed" };
  return `it had the check “${checkText}”${checkResult === null ? "" : `, ${seen[checkResult]}`}`;
}

type Said = { answer: RecurrenceAnswer; reason: string | null; answeredBy: string };

/** What somebody said of an item, as a sentence. */
export function answerText({ answer, reason, answeredBy }: Said): string {
  const deed = answer === "reopened" ? "reopened it" : "says that it has nothing to do with this";
  return `${answeredBy} ${deed}${reason === null ? "." : `: ${reason}`}`;
}
