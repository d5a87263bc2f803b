import { z } from "zod";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { IMPACTS, MAINTENANCE_STATUSES } from "@/lib/domain/site";
import { isCalendarDay, parseTime } from "@/lib/domain/time";

/** UTC milliseconds from a time in any offset. */
const time = z.string().transform((text, context) => {
  const at = parseTime(text);
  if (at !== undefined) return Math.floor(at);
  context.addIssue({ code: "custom", message: "is no time such as 2026-05-01T14:02:10.123Z" });
  return z.NEVER;
});

const id = z
  .string()
  .regex(/^[0-9a-z]{12}$/, { error: "is no id of 12 characters of 0-9 and a-z" });

const named = z.string().min(1, { error: "is empty" });
const status = z.enum(COMPONENT_STATUSES);

export const component = z.object({
  id,
  name: named,
  status,
  created_at: time,
  updated_at: time,
  position: z.int().default(Number.MAX_SAFE_INTEGER),
  description: z.string().nullable().default(null),
  showcase: z.boolean().default(true),
  start_date: z
    .string()
    .refine(isCalendarDay, { error: "is no day such as 2026-05-01" })
    .nullable()
    .default(null),
  group_id: id.nullable().default(null),
  group: z.boolean().default(false),
  only_show_if_degraded: z.boolean().default(false),
});

const affected = z.object({ code: id, name: named, old_status: status, new_status: status });

const update = <Status extends z.ZodType>(statuses: Status) =>
  z.object({
    id,
    status: statuses,
    body: z.string().nullable().default(null),
    created_at: time,
    updated_at: time,
    display_at: time.optional(),
    affected_components: z.array(affected).nullable().default(null),
  });

const entry = <Status extends z.ZodType>(statuses: Status) =>
  z.object({
    id,
    name: named,
    status: statuses,
    created_at: time,
    updated_at: time,
    started_at: time.optional(),
    resolved_at: time.nullable().default(null),
    impact: z.enum(IMPACTS),
    incident_updates: z.array(update(statuses)).min(1, { error: "is empty" }),
    components: z.array(component).default([]),
  });

export const incident = entry(z.enum([...INCIDENT_STATUSES, "postmortem"]));

export const maintenance = entry(z.enum(MAINTENANCE_STATUSES)).extend({
  scheduled_for: time,
  scheduled_until: time,
});

/** An answer of the Statuspage API, version 2. What else stands in it is passed over. */
export const answer = z.object({
  page: z.object({ id, name: named, time_zone: z.string().optional(), updated_at: time }),
  components: z.array(component).optional(),
  incidents: z.array(incident).optional(),
  scheduled_maintenances: z.array(maintenance).optional(),
});

export type Answer = z.infer<typeof answer>;
export type V2Component = z.infer<typeof component>;
export type V2Incident = z.infer<typeof incident>;
export type V2Maintenance = z.infer<typeof maintenance>;
