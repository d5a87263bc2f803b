import { z } from "zod";
import type { AlertDetail, ListedAlert } from "@/db/queries/alerts";
import { numberInPath, shownTime } from "@/lib/api/fields";
import { ALERT_STATUSES, DISPOSITIONS } from "@/lib/domain/alerts/alert";
import { SOURCE_KINDS } from "@/lib/domain/alerts/source";
import { SEVERITIES } from "@/lib/domain/incident";

/** The path of everything about one alert. */
export const ofAlert = z.strictObject({ id: numberInPath("The alert’s number.") });

const fields = {
  id: z.int(),
  title: z.string(),
  status: z.enum(ALERT_STATUSES),
  severity: z.enum(SEVERITIES).nullable(),
  severityText: z.string().nullable().meta({ description: "The severity as it was sent." }),
  service: z.string().nullable(),
  source: z.enum(SOURCE_KINDS),
  sourceName: z.string(),
  startsAt: shownTime,
  endsAt: shownTime.nullable(),
  firstSeenAt: shownTime,
  lastSeenAt: shownTime,
  occurrences: z.int().meta({ description: "How often it fired." }),
  disposition: z.enum(DISPOSITIONS).meta({ description: "What became of it." }),
  reason: z.string().nullable().meta({ description: "Why, where that is no rule’s usual work." }),
  incident: z.string().nullable().meta({ description: "The key of its incident." }),
  acknowledgedBy: z.string().nullable(),
};

export const listedAlert = z.object(fields).meta({ id: "ListedAlert" });

export const alert = z
  .object({
    ...fields,
    description: z.string().nullable(),
    url: z.string().nullable(),
    labels: z.record(z.string(), z.string()),
    groupKey: z.string().nullable(),
    mutedUntil: shownTime.nullable(),
  })
  .meta({ id: "Alert" });

export const shownInList = (row: ListedAlert) => ({
  id: row.id,
  title: row.title,
  status: row.status,
  severity: row.severity,
  severityText: row.severityText,
  service: row.service,
  source: row.kind,
  sourceName: row.sourceName,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  firstSeenAt: row.firstSeenAt,
  lastSeenAt: row.lastSeenAt,
  occurrences: row.occurrences,
  disposition: row.disposition,
  reason: row.reason,
  incident: row.incidentKey,
  acknowledgedBy: row.acknowledgedBy,
});

export const shownWhole = (row: AlertDetail) => ({
  ...shownInList(row),
  description: row.description,
  url: row.url,
  labels: row.labels,
  groupKey: row.groupKey,
  mutedUntil: row.mutedUntil,
});
