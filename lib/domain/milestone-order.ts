import { METRICS } from "./metrics";
import type { Milestone, Milestones } from "./milestones";
import { toUtc } from "./time";

const EARLIER_FIRST: readonly { from: Milestone; to: Milestone }[] = [
  ...Object.values(METRICS),
  { from: "mitigated", to: "resolved" },
];

/** What is impossible about one milestone's time beside the others', in words; `undefined` if nothing. */
export function orderProblem(milestones: Milestones, milestone: Milestone): string | undefined {
  for (const { from, to } of EARLIER_FIRST) {
    if (milestone !== from && milestone !== to) continue;
    const [earlier, later] = [milestones[from], milestones[to]];
    if (!earlier || !later || earlier.at <= later.at) continue;
    return `That cannot be: ${to} (${clock(later.at)}) would come before ${from} (${clock(earlier.at)}).`;
  }
  return undefined;
}

const clock = (ms: number) => `${toUtc(ms).slice(0, 16).replace("T", " ")} UTC`;
