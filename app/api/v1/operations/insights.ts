import { z } from "zod";
import { getInsights } from "@/db/queries/insights/insights";
import { defineOperation } from "@/lib/api/operation";
import { parseInsightFilters } from "@/lib/domain/insights/filters";
import { SEVERITIES } from "@/lib/domain/incident";
import { isCalendarDay } from "@/lib/domain/time";
import { insights } from "../shapes/insights";

const day = z
  .string()
  .max(10)
  .refine(isCalendarDay, "Write a day as 2026-01-31.")
  .meta({ format: "date", description: "A day in UTC on which incidents were declared." });

const get = defineOperation({
  id: "getInsights",
  method: "GET",
  path: "/insights",
  summary: "Get the numbers of many incidents",
  description:
    "Of the incidents that were declared in these days: the last 90 where no day and no range is named. `docs/insights.md` says how each number is measured.",
  tags: ["Insights"],
  needs: "portal:read",
  scope: "incidents:read",
  query: z.strictObject({
    range: z.enum(["30", "90", "365", "all"]).optional().meta({ description: "Days up to today." }),
    from: day.optional(),
    to: day.optional(),
    severity: z.enum(SEVERITIES).optional(),
    service: z.string().min(1).max(200).optional(),
    drills: z
      .literal("with")
      .optional()
      .meta({ description: "Exercises are left out without it." }),
  }),
  answer: insights,
  run(viewer, { query }) {
    const { days, ...numbers } = getInsights({
      viewer,
      filters: parseInsightFilters(query),
      now: Date.now(),
    });
    return { days: { from: days.from ?? null, to: days.to ?? null }, ...numbers };
  },
});

export const INSIGHT_OPERATIONS = [get];
