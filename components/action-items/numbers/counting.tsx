import { ENOUGH_ITEMS, TARGET_PERCENT } from "@/lib/domain/action-numbers";

const RULES = [
  "An item counts for its own team, else for its owner’s, else for its service’s. Days are those where the team works.",
  "Drills are left out, and so is what you may not see.",
  "An item’s age begins when it was made; where it came with a record, when the incident was resolved.",
  "Done in time: done on the day of its deadline or before, of those that were done in the period and had one. Where a record had an item done, nobody knows the day; it is counted apart, never guessed.",
  "Reopened: back from Done or Won’t do in the period. What was undone within a minute does not count.",
  `SEV1 and SEV2 within 30 days: of the items of these incidents that were made in the period and have had their 30 days, those that were done by then. A dropped item was not done. ${TARGET_PERCENT}\u00a0% is the target.`,
  `A share or a median of fewer than ${ENOUGH_ITEMS} items would say nothing, so there is none.`,
];

/** What each figure means, for whoever doubts it. */
export function Counting() {
  return (
    <ul className="grid max-w-prose list-disc gap-1.5 ps-5 text-[0.8125rem] leading-5 text-muted-foreground">
      {RULES.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}
