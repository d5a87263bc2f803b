import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { alerts, alertSources, services } from "@/db/schema";
import { isFor, type RuleConditions } from "@/lib/domain/alerts/rule";

export type RulePreview = ReturnType<typeof previewRule>;

const LOOKED_AT = 200;

/** Which of the last alerts these conditions are for; for those who manage rules, who know of all. */
export function previewRule(conditions: RuleConditions) {
  const { id, title, status, severity, labels, serviceText, firstSeenAt } = alerts;
  const last = db()
    .select({
      ...{ id, title, status, severity, labels, serviceText, firstSeenAt },
      kind: alertSources.kind,
      serviceName: services.name,
    })
    .from(alerts)
    .innerJoin(alertSources, eq(alertSources.id, alerts.sourceId))
    .leftJoin(services, eq(services.id, alerts.serviceId))
    .orderBy(desc(id))
    .limit(LOOKED_AT)
    .all();
  const matched = last.filter((alert) =>
    isFor(conditions, { ...alert, service: alert.serviceName ?? alert.serviceText }),
  );
  return { looked: last.length, matched };
}
