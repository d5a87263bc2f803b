import { recordReading } from "@/db/mutations/audit";
import { listBoardCards, type BoardItem } from "@/db/queries/action-items";
import { calendarOf } from "@/lib/calendar";
import { parseBoardFilters } from "@/lib/domain/board-filters";
import { calendarDaysOf } from "@/lib/domain/calendar-days";
import { env } from "@/lib/env";
import { defineHandler } from "@/lib/handler";

/** The deadlines and check days of the items that the address asks for, as whole days of a calendar. */
export const GET = defineHandler<unknown>({
  needs: "incident:export",
  run(viewer, request) {
    const { search, searchParams } = new URL(request.url);
    recordReading(viewer.name, "action-item:export", "actions", { as: "calendar", query: search });
    const filters = parseBoardFilters(Object.fromEntries(searchParams));
    const entries = listBoardCards(viewer, filters).flatMap((item) =>
      calendarDaysOf(item).map((day) => ({ ...day, description: descriptionOf(item) })),
    );
    const { baseUrl } = env();
    return new Response(calendarOf("Muster actions", entries, { baseUrl, now: Date.now() }), {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'attachment; filename="deadlines.ics"',
        "Cache-Control": "private, no-store",
      },
    });
  },
});

function descriptionOf({ incidentKey, incidentTitle, person, owner, priority }: BoardItem): string {
  const facts = [person ?? owner ?? "No owner", priority ?? "No priority"];
  return `${facts.join(", ")}\n${incidentKey}: ${incidentTitle}`;
}
