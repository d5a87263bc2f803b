import { recordReading } from "@/db/mutations/audit";
import { listBoardCards, type BoardItem } from "@/db/queries/action-items";
import { parseBoardFilters } from "@/lib/domain/board-filters";
import { inOrderOf } from "@/lib/domain/board-order";
import { csvOf } from "@/lib/domain/csv";
import { toUtc } from "@/lib/domain/time";
import { defineHandler } from "@/lib/handler";

/** What a row says of an item, by the heads of its columns. */
const COLUMNS: Record<string, (item: BoardItem) => string | null> = {
  id: ({ id }) => `AI-${id}`,
  title: ({ title }) => title,
  status: ({ status }) => status,
  owner: ({ person, owner }) => person ?? owner,
  team: ({ team }) => team,
  priority: ({ priority }) => priority,
  type: ({ type }) => type,
  deadline: ({ deadline }) => deadline,
  deadline_state: ({ state }) => state ?? null,
  deadline_reason: ({ deadlineReason }) => deadlineReason,
  incident: ({ incidentKey }) => incidentKey,
  severity: ({ severity }) => severity,
  services: ({ services }) => services.join(", "),
  factors: ({ factors }) => factors.join("; "),
  made_at: ({ bornAt }) => toUtc(bornAt),
  closed_at: ({ closedAt }) => (closedAt === null ? null : toUtc(closedAt)),
  evidence: ({ evidence }) => evidence,
  reason_dropped: ({ dropReason }) => dropReason,
  check: ({ checkText }) => checkText,
  check_due: ({ checkDue }) => checkDue,
  check_result: ({ checkResult }) => checkResult,
  ticket: ({ ticketUrl }) => ticketUrl,
};

/** The items that the address asks for, in its order. */
export const GET = defineHandler<unknown>({
  needs: "incident:export",
  run(viewer, request) {
    const { search, searchParams } = new URL(request.url);
    recordReading(viewer.name, "action-item:export", "actions", { as: "csv", query: search });
    const filters = parseBoardFilters(Object.fromEntries(searchParams));
    const { sort, isDescending } = filters;
    const items = listBoardCards(viewer, filters);
    const ordered = sort ? inOrderOf(items, sort, isDescending) : items;
    const rows = ordered.map((item) => Object.values(COLUMNS).map((cellOf) => cellOf(item)));
    return new Response(csvOf([Object.keys(COLUMNS), ...rows]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="actions.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  },
});
