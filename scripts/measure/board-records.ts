import type { IncidentRecord } from "@/lib/domain/record";

const STATUSES = ["open", "in_progress", "in_review", "done", "wont_do", "blocked"];
const OWNERS = ["alice@company.com", "bob@company.com", "carol@company.com", "Dana Roy", null];
const TYPES = ["prevention", "detection", "mitigation", "process"];
const TITLES = [
  "Alert when the connection pool is above 70 % for five minutes",
  "Load test the ORM before each release with twice the traffic of the busiest hour",
  "Write a runbook for failing over the primary database",
  "Roll out in steps of 5 %, 25 % and 100 % with a check after each",
];

/** Incidents that bring this many action items to the board, a hundred each, over all columns. */
export function makeBoardRecords(items: number): IncidentRecord[] {
  return Array.from({ length: items / 100 }, (_, incident) => ({
    incident: {
      id: `INC-2025-${String(incident + 1).padStart(4, "0")}`,
      title: `Payments were slow, part ${incident + 1}`,
      severity: "SEV2",
      status: "resolved",
      declared_at: "2025-11-03T09:00:00Z",
      resolved_at: "2025-11-03T11:00:00Z",
    },
    action_items: Array.from({ length: 100 }, (_, item) => ({
      title: `${TITLES[item % TITLES.length]} (${incident + 1}.${item + 1})`,
      owner: OWNERS[item % OWNERS.length] ?? null,
      priority: `P${item % 4}`,
      type: TYPES[item % TYPES.length] ?? null,
      deadline: `2026-0${1 + (item % 9)}-15`,
      status: STATUSES[item % STATUSES.length] ?? null,
    })),
  }));
}
