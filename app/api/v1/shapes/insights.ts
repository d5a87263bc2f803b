import { z } from "zod";
import { FACTOR_CATEGORIES } from "@/lib/domain/coverage";
import { SEVERITIES } from "@/lib/domain/incident";
import { OUTCOMES } from "@/lib/domain/insights/outcomes";
import { UNITS } from "@/lib/domain/insights/spans";
import { ENOUGH_VALUES } from "@/lib/domain/insights/spread";

const count = z.int();
const minutes = z.number();

const spread = z
  .object({
    n: count.meta({ description: "How many incidents have both milestones." }),
    median: minutes.nullable().meta({ description: `\`null\` of fewer than ${ENOUGH_VALUES}.` }),
    p90: minutes
      .nullable()
      .meta({ description: "The least value that at least nine in ten do not exceed." }),
    values: z
      .array(minutes)
      .meta({ description: `All values, where there are fewer than ${ENOUGH_VALUES}.` }),
    met: count.meta({ description: "How many are within the target of their severity." }),
  })
  .meta({ id: "Spread", description: "Where minutes lie." });

const time = z.object({ all: spread, bySeverity: z.record(z.enum(SEVERITIES), spread) });

const promises = z.object({ kept: count, missed: count, open: count });

export const insights = z
  .object({
    days: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    total: count,
    stale: count.meta({
      description: "How many changed just now: of these only the counts of incidents know.",
    }),
    unit: z.enum(UNITS).meta({ description: "What the spans are." }),
    spans: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        counts: z.record(z.enum(SEVERITIES), count),
      }),
    ),
    times: z.object({ detect: time, mitigate: time, resolve: time }),
    promises: z.object({ updates: promises, reports: promises }),
    categories: z.array(
      z.object({ category: z.enum(FACTOR_CATEGORIES), incidents: count, factors: count }),
    ),
    recurring: z
      .array(
        z.object({ factor: z.string(), category: z.enum(FACTOR_CATEGORIES), incidents: count }),
      )
      .meta({ description: "Factors of several incidents; alike ones are one." }),
    services: z
      .array(
        z.object({
          service: z.string(),
          incidents: count,
          untimed: count.meta({ description: "Those that are not resolved, without minutes." }),
          minutes,
          weighted: minutes.meta({
            description: "Minutes, of SEV1 eight times, of SEV2 four times, of SEV3 twice.",
          }),
        }),
      )
      .meta({ description: "The worst first." }),
    actions: z
      .record(z.enum(OUTCOMES), count)
      .meta({ description: "How the incidents’ action items ended or stand." }),
  })
  .meta({ id: "Insights" });
