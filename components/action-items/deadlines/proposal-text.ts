import type { Proposal } from "@/lib/domain/deadline-guide";
import { formatDate } from "@/lib/format";

/** "5 working days for a P1 of a SEV2, as Payments works" */
export function proposalText({ severity, days, team }: Proposal, priority: string): string {
  const count = days === 1 ? "1 working day" : `${days ?? 0} working days`;
  const place = team === undefined ? "" : `, as ${team} works`;
  return `${count} for a ${priority} of a ${severity}${place}`;
}

/** What the policy does with a deadline that is left empty. */
export function emptyText(proposal: Proposal | undefined, priority: string): string {
  if (!proposal) return "Left empty, the policy sets it.";
  if (!priority) return "Left empty, the policy sets it once there is a priority.";
  if (proposal.day === null) return noneText(proposal, priority);
  return `Left empty, it is due on ${formatDate(proposal.day)}: ${proposalText(proposal, priority)}.`;
}

/** What the policy says of an item that has a deadline, or could have. */
export function standingText(proposal: Proposal | undefined, priority: string): string | undefined {
  if (!proposal || !priority) return undefined;
  if (proposal.day === null) return noneText(proposal, priority);
  return `The policy sets ${formatDate(proposal.day)}: ${proposalText(proposal, priority)}.`;
}

const noneText = ({ severity }: Proposal, priority: string) =>
  `The policy sets none for a ${priority} of a ${severity}.`;
