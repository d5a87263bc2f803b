import type { IncidentFilters } from "@/lib/domain/incident-filters";

type Count = { total: number; drills: number; isCapped: boolean };

const VIEW_WORDS = { open: "open ", resolved: "resolved ", all: "" } as const;

/** How many there are, in words: "3 open incidents, 1 drill". Drills are no incidents. */
export function countWords({ total, drills, isCapped }: Count, filters: IncidentFilters): string {
  const view = VIEW_WORDS[filters.view];
  if (isCapped) return `${total.toLocaleString("en")}+ ${view}${plural(2, nounOf(filters))}`;
  if (filters.drill === "only") return `${counted(total, `${view}drill`)}`;
  const incidents = counted(total - drills, `${view}incident`);
  return drills > 0 ? `${incidents}, ${counted(drills, "drill")}` : incidents;
}

const nounOf = ({ drill }: IncidentFilters) => (drill === "only" ? "drill" : "incident");
const plural = (count: number, noun: string) => (count === 1 ? noun : `${noun}s`);
const counted = (count: number, noun: string) =>
  `${count.toLocaleString("en")} ${plural(count, noun)}`;
