import { statSync } from "node:fs";
import { databaseFile } from "@/db/client";
import { alertNumbers } from "@/db/queries/alert-numbers";
import { headOfChain } from "@/db/queries/audit-rows";
import { outboxStanding } from "@/db/queries/operation";
import { readDrill } from "@/lib/backup/last-drill";
import { HEALTH_STATES } from "@/lib/domain/health";
import { metricText, type Metric } from "@/lib/domain/metric-text";
import type { Env } from "@/lib/env";
import { readReport } from "@/lib/operation/report";
import { backupFolder, standingOf } from "@/lib/operation/standing";
import { storageTrouble } from "@/lib/storage";

/** What the database, the files and this process's live pages say of themselves, as Prometheus reads it. */
export function gauges(settings: Env, now: number): string {
  return metricText([...ofDatabase(settings, now), ...ofAlerts(), ...ofUpkeep(settings, now)]);
}

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  help,
  values: [{ value }],
});

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function ofDatabase({ dataDir }: Env, now: number): Metric[] {
  const file = databaseFile(dataDir);
  const { waiting, lag, failed } = outboxStanding(now);
  const pages = globalThis.musterHub?.size ?? 0;
  return [
    gauge("muster_database_bytes", "Size of the database.", sizeOf(file)),
    gauge("muster_database_journal_bytes", "Size of its journal.", sizeOf(`${file}-wal`)),
    gauge("muster_storage_trouble", "1 while nothing can be stored.", storageTrouble() ? 1 : 0),
    gauge(
      "muster_audit_entries",
      "Number of the newest entry of the audit record.",
      headOfChain().id,
    ),
    gauge("muster_messages_waiting", "Messages that wait to be sent.", waiting),
    gauge(
      "muster_messages_lag_seconds",
      "For how long the oldest that is due has waited.",
      lag / 1000,
    ),
    gauge("muster_messages_failed", "Messages of the last day that were given up.", failed),
    gauge("muster_live_pages", "Open pages that hear of changes from this process.", pages),
  ];
}

function ofAlerts(): Metric[] {
  const { deliveries, alerts } = alertNumbers();
  const values = (rows: { of: string; count: number }[], label: string) =>
    rows.map(({ of, count: value }) => ({ labels: { [label]: of }, value }));
  return [
    {
      name: "muster_alert_deliveries",
      help: "Deliveries of alerts that are kept, by what became of them.",
      values: values(deliveries, "state"),
    },
    { name: "muster_alerts", help: "Alerts, by their status.", values: values(alerts, "status") },
  ];
}

function ofUpkeep(settings: Env, now: number): Metric[] {
  const { bornAt, newestBackup } = standingOf(settings, databaseFile(settings.dataDir), now);
  const drill = readDrill(backupFolder(settings));
  const findings = readReport(settings.dataDir)?.findings ?? [];
  const age = (now - (newestBackup ?? bornAt)) / 1000;
  const isRestorable = drill === undefined || drill.problems.length === 0 ? 1 : 0;
  return [
    gauge(
      "muster_backup_age_seconds",
      "Since the newest backup, or since there is a database.",
      age,
    ),
    gauge("muster_backup_restorable", "0 where the last try to restore one failed.", isRestorable),
    {
      name: "muster_findings",
      help: "What the last look at the portal's health found.",
      values: HEALTH_STATES.map((state) => ({
        labels: { state },
        value: findings.filter((finding) => finding.state === state).length,
      })),
    },
  ];
}
