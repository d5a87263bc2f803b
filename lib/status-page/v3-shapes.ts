import { z } from "zod";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { IMPACTS, MAINTENANCE_STATUSES } from "@/lib/domain/site";

const id = z.string().meta({ pattern: "^[0-9a-z]{12}$" });
const address = z.string().meta({ format: "uri" });
const moment = z.string().meta({ format: "date-time" });
const day = z.string().meta({ format: "date" });
const seconds = z.number().min(0);
const percent = z.number().min(0).max(100).nullable();
const componentStatus = z.enum(COMPONENT_STATUSES);
const entryStatus = z.enum([...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES]);

const PAGE = z.strictObject({
  id,
  name: z.string(),
  url: address,
  time_zone: z.string(),
  about: z.string().nullable(),
  updated_at: moment,
});

const COMPONENT = z.strictObject({
  id,
  url: address,
  name: z.string(),
  description: z.string().nullable(),
  status: componentStatus,
  is_group: z.boolean(),
  group_id: id.nullable(),
  uptime: z
    .strictObject({ percent, days: z.int(), url: address })
    .nullable()
    .meta({ description: "Over the last days in UTC; null where it is not shown." }),
});

const UPDATE = z.strictObject({
  id,
  url: address,
  status: entryStatus,
  body: z.string().meta({ description: "Plain text, as it was written." }),
  at: moment,
  corrected_at: moment.nullable(),
  next_update_due_at: moment.nullable(),
  components: z.array(
    z.strictObject({ id, name: z.string(), before: componentStatus, after: componentStatus }),
  ),
});

const REPORT = z.strictObject({
  body: z.string().meta({ description: "Markdown." }),
  published_at: moment,
  updated_at: moment,
  note: z.string().nullable(),
});

const ENTRY = z.strictObject({
  id,
  url: address,
  kind: z.enum(["incident", "maintenance"]),
  title: z.string(),
  status: entryStatus,
  impact: z.enum(IMPACTS),
  created_at: moment,
  updated_at: moment,
  started_at: moment,
  resolved_at: moment.nullable(),
  scheduled_for: moment.nullable(),
  scheduled_until: moment.nullable(),
  cancelled_at: moment.nullable(),
  components: z.array(z.strictObject({ id, name: z.string(), status: componentStatus })),
  updates: z.array(UPDATE).meta({ description: "The newest first." }),
  report: REPORT.nullable(),
});

const SUMMARY = z.strictObject({
  page: PAGE,
  stale_since: moment.nullable().meta({
    description: "Since when nothing newer is known, while the portal’s data cannot be read.",
  }),
  status: z.strictObject({ indicator: z.enum(IMPACTS), description: z.string() }),
  components: z.array(COMPONENT),
  incidents: z.array(ENTRY).meta({ description: "Those that go on." }),
  maintenances: z.array(ENTRY).meta({ description: "Those that are planned or go on." }),
});

const ENTRIES = z.strictObject({
  entries: z.array(ENTRY).meta({ description: "The newest first." }),
  next: address.nullable().meta({ description: "Where older ones are; null at the end." }),
});

const UPTIME_DAY = z.strictObject({
  day,
  percent,
  outage: z
    .strictObject({ degraded: seconds, partial: seconds, major: seconds })
    .nullable()
    .meta({ description: "In seconds; null where nothing is known of the day." }),
  entries: z
    .array(z.strictObject({ id, url: address, title: z.string() }))
    .meta({ description: "Incidents and maintenance of that day that touched the component." }),
});

const UPTIME = z.strictObject({
  component: z.strictObject({ id, url: address, name: z.string(), status: componentStatus }),
  since: day.nullable().meta({ description: "The first day about which something is known." }),
  percent,
  days: z.array(UPTIME_DAY).meta({ description: "In UTC, the oldest first; the last is today." }),
});

/** What our own API answers with, by the names that its description uses. */
export const V3_SHAPES = {
  Page: PAGE,
  Component: COMPONENT,
  Update: UPDATE,
  Report: REPORT,
  Entry: ENTRY,
  Summary: SUMMARY,
  Entries: ENTRIES,
  UptimeDay: UPTIME_DAY,
  Uptime: UPTIME,
};

export type V3Component = z.infer<typeof COMPONENT>;
export type V3Entry = z.infer<typeof ENTRY>;
export type V3Summary = z.infer<typeof SUMMARY>;
export type V3Entries = z.infer<typeof ENTRIES>;
export type V3Uptime = z.infer<typeof UPTIME>;
