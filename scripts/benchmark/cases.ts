import { getIncidentDetail } from "@/db/queries/incident-detail";
import { listFilterOptions } from "@/db/queries/incident-options";
import { countIncidents, listForWall, listIncidents } from "@/db/queries/incidents";
import { listNextUpdates } from "@/db/queries/next-updates";
import { getInsights } from "@/db/queries/insights/insights";
import { search } from "@/db/queries/search";
import { parseIncidentFilters } from "@/lib/domain/incident-filters";
import { parseInsightFilters } from "@/lib/domain/insights/filters";
import type { Viewer } from "@/lib/domain/viewer";
import { LONGEST } from "./data";
import { PEOPLE, RARE_WORD, SERVICES } from "./texts";

export type Case = {
  name: string;
  path: string;
  /** The page's own reads. */
  read: (viewer: Viewer) => void;
};

const list = (name: string, params: Record<string, string>): Case => ({
  name,
  path: `/incidents?${new URLSearchParams(params)}`,
  read(viewer) {
    const filters = parseIncidentFilters(params);
    countIncidents(viewer, filters);
    listNextUpdates(listIncidents(viewer, filters));
    listFilterOptions(viewer);
  },
});

const found = (name: string, text: string): Case => ({
  name,
  path: `/search?${new URLSearchParams({ q: text })}`,
  read: (viewer) => void search(viewer, { text, page: 1, perPage: 5 }),
});

const insights = (name: string, params: Record<string, string>): Case => ({
  name,
  path: `/insights?${new URLSearchParams(params)}`,
  read(viewer) {
    getInsights({ viewer, filters: parseInsightFilters(params), now: Date.now() });
    listFilterOptions(viewer);
  },
});

export const CASES: Case[] = [
  list("list, first page (open)", { view: "open" }),
  list("list, first page (all)", { view: "all" }),
  list("list, page 100 of all", { view: "all", page: "100" }),
  list("list, service and severity", { view: "all", service: SERVICES[7] ?? "", severity: "SEV2" }),
  list("list, commander and dates", {
    view: "all",
    commander: PEOPLE[9] ?? "",
    from: "2025-01-01",
    to: "2025-06-30",
  }),
  list("list, a word", { view: "all", text: "timeouts" }),
  found("search, a rare word", RARE_WORD),
  found("search, a common word", "gateway"),
  found("search, two words", "connection pool"),
  found("search, a word begun", "exhau"),
  insights("insights, three months", { from: "2026-04-01", to: "2026-06-30" }),
  {
    name: "wall",
    path: "/wall",
    read(viewer) {
      listNextUpdates(listForWall(viewer));
    },
  },
  {
    name: "incident, 10,000 events",
    path: `/incidents/${LONGEST}`,
    read: (viewer) => void getIncidentDetail(viewer, LONGEST),
  },
];
