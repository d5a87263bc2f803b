import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeHook } from "@/app/api/hooks/door";
import { db } from "@/db/client";
import { alertDeliveries, alerts, incidents } from "@/db/schema";
import { snippetFor } from "@/lib/domain/alerts/snippets";
import { alertmanagerPath, startAlertmanager } from "@/tests/support/alertmanager";
import { freshDatabase } from "@/tests/support/database";
import { makeRule } from "@/tests/support/make-alert";
import { makeAlertSource } from "@/tests/support/make-alert-source";
import { makeIncident } from "@/tests/support/make-incident";
import { serveHandler } from "@/tests/support/serve-handler";

const SECRET = "what-alertmanager-bears";
const WAIT = { timeout: 60_000, interval: 200 };

const pool = named("DbPoolSaturation", "payments", "critical");
const errors = named("HighErrorRate", "payments", "warning");
const slow = named("SlowSearch", "search", "warning");

function named(alertname: string, service: string, severity: string) {
  return { labels: { alertname, service, severity }, annotations: { summary: `${alertname}!` } };
}

let portal: Awaited<ReturnType<typeof serveHandler>>;
let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;

freshDatabase();

describe.skipIf(!alertmanagerPath)("a real Alertmanager", () => {
  beforeEach(async () => {
    portal = await serveHandler((request) => {
      const [, , , source = "", key = ""] = new URL(request.url).pathname.split("/");
      return takeHook(request, source, key);
    });
    const { kind, key } = makeAlertSource("alertmanager", { proof: "bearer", secret: SECRET });
    const url = `${portal.url}/api/hooks/${kind}/${key}`;
    alertmanager = await startAlertmanager(quick(url));
  });
  afterEach(async () => {
    await alertmanager.stop();
    portal.server.close();
  });

  test("raises, repeats, groups and resolves alerts into the right incident", async () => {
    const search = makeIncident({ title: "Search is slow", service: "search" }, Date.now());
    makeRule({ deed: "attach", conditions: { ...NONE, services: ["search"] } });
    makeRule({ deed: "declare", titleTemplate: "{service}: {title}", closes: "monitoring" });

    await alertmanager.raise(pool, errors, slow);
    await expect
      .poll(() => statusesOf(), WAIT)
      .toEqual({
        "DbPoolSaturation!": "firing",
        "HighErrorRate!": "firing",
        "SlowSearch!": "firing",
      });
    const payments = incidentOf("DbPoolSaturation!");
    expect(payments).toMatchObject({ service: "payments", status: "investigating" });
    expect(incidentOf("HighErrorRate!")?.key).toBe(payments?.key);
    expect(incidentOf("SlowSearch!")?.key).toBe(search);
    expect(db().select().from(incidents).all()).toHaveLength(2);

    const sent = countDelivered();
    await expect.poll(() => countDelivered(), WAIT).toBeGreaterThan(sent + 1);
    expect(db().select().from(alerts).all()).toHaveLength(3);
    expect(
      db()
        .select()
        .from(alerts)
        .all()
        .map(({ occurrences }) => occurrences),
    ).toEqual([1, 1, 1]);

    await alertmanager.resolve(pool);
    await expect.poll(() => statusesOf(), WAIT).toMatchObject({ "DbPoolSaturation!": "resolved" });
    expect(statusesOf()).toMatchObject({ "HighErrorRate!": "firing", "SlowSearch!": "firing" });
    expect(incidentOf("HighErrorRate!")?.status).toBe("investigating");

    await alertmanager.resolve(errors);
    await expect.poll(() => statusesOf(), WAIT).toMatchObject({ "HighErrorRate!": "resolved" });
    expect(incidentOf("HighErrorRate!")?.status).toBe("monitoring");
    expect(incidentOf("SlowSearch!")?.status).toBe("investigating");
    expect(states()).not.toContain("unknown");
    expect(states()).not.toContain("refused");
  });

  test("says that a group was cut, and takes what came of it", async () => {
    const many = Array.from({ length: 4 }, (_, i) => named("Cut", "search", `p${i + 1}`));
    const listCut = () => db().select().from(alerts).all();
    await alertmanager.raise(...many);
    await expect
      .poll(() => listCut().map(({ truncated }) => truncated), WAIT)
      .toEqual([true, true, true]);
    const [delivery] = db().select().from(alertDeliveries).all();
    expect(delivery?.problem).toBe("One alert of this group was cut from it.");
    await alertmanager.resolve(...many);
    await expect
      .poll(() => listCut().map(({ status }) => status), WAIT)
      .toEqual(["resolved", "resolved", "resolved"]);
  });
});

const NONE = { sources: [], labels: [], services: [], severities: [] };

/** What the portal prints for Alertmanager, with less patience and smaller groups. */
const quick = (url: string) =>
  snippetFor({ kind: "alertmanager", url, proof: "bearer", settings: {} })
    .text.replace("THE-SECRET", SECRET)
    .replace("max_alerts: 200", "max_alerts: 3")
    .replace(
      "group_by: [alertname, service]",
      "group_by: [service]\n  group_wait: 200ms\n  group_interval: 1s\n  repeat_interval: 1s",
    );

const statusesOf = () =>
  Object.fromEntries(
    db()
      .select()
      .from(alerts)
      .all()
      .map(({ title, status }) => [title, status]),
  );

function incidentOf(title: string) {
  const alert = db()
    .select()
    .from(alerts)
    .all()
    .find((each) => each.title === title);
  return db()
    .select()
    .from(incidents)
    .all()
    .find(({ id }) => id === alert?.incidentId);
}

const states = () =>
  db()
    .select()
    .from(alertDeliveries)
    .all()
    .map(({ state }) => state);

const countDelivered = () =>
  db()
    .select()
    .from(alertDeliveries)
    .all()
    .reduce((sum, { times }) => sum + times, 0);
