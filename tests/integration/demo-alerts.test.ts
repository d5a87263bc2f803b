import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { loadDemoOnce } from "@/db/demo/load";
import { editRule } from "@/db/mutations/alert-rule-edits";
import { removeDemo } from "@/db/mutations/removal";
import { listRules } from "@/db/queries/alert-rules";
import { alerts, alertSources, incidents } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";

freshDatabase();
const NOW = Date.UTC(2026, 5, 1, 9, 30);
const admin = makeViewer({ role: "admin" });

const told = () =>
  db()
    .select({
      title: alerts.title,
      status: alerts.status,
      disposition: alerts.disposition,
      on: incidents.title,
    })
    .from(alerts)
    .leftJoin(incidents, eq(incidents.id, alerts.incidentId))
    .orderBy(alerts.id)
    .all();

describe("the demo's alerts", () => {
  test("show one of each that alerts become", () => {
    loadDemoOnce(NOW);
    expect(told()).toEqual([
      { title: "Alertmanager is there", status: "firing", disposition: "dropped", on: null },
      {
        title: "p95 of recommendations above 800 ms",
        status: "resolved",
        disposition: "waiting",
        on: null,
      },
      { title: "Disk of search-2 is 85% full", status: "firing", disposition: "waiting", on: null },
      {
        title: "More than 1,000 subscription renewals wait",
        status: "firing",
        disposition: "attached",
        on: "Payments with saved cards fail",
      },
    ]);
  });

  test("go with the demo, but for a rule that somebody made theirs", () => {
    loadDemoOnce(NOW);
    const [first] = listRules();
    if (!first) throw new Error("no rule");
    const { id, version, name, conditions, deed, severity, titleTemplate } = first;
    const { joins, windowMinutes, closes } = first;
    const same = { conditions, deed, severity, titleTemplate, joins, windowMinutes, closes };
    editRule(admin, { id, version, ...same, name: `Our ${name}` });
    removeDemo("Ada");
    expect(listRules().map((rule) => rule.name)).toEqual(["Our Heartbeats"]);
    expect(told()).toEqual([]);
    expect(db().select().from(alertSources).all()).toEqual([]);
  });
});
