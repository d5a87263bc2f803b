import { databaseFile, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { worstState, type Finding } from "@/lib/domain/health";
import type { Env } from "@/lib/env";
import { writeReport, type Report } from "@/lib/operation/report";
import { auditFinding, clockFinding, outboxFinding } from "./doctor-contents";
import { databaseFindings } from "./doctor-database";
import { backupFinding, diskFinding, folderFindings, secretsFinding } from "./doctor-files";
import { settingsFindings } from "./doctor-settings";

/** Looks at all that a portal stands on, changes none of it, and keeps what was found. */
export function examine(settings: Env, now: number): Report {
  const { dataDir } = settings;
  const found = [
    ...settingsFindings(settings),
    ...within("data folder", () => folderFindings(dataDir)),
    ...within("disk", () => [diskFinding(dataDir)]),
    ...within("backups", () => [backupFinding(settings, now)]),
    ...withDatabase(settings, now),
  ];
  const report = { at: new Date(now).toISOString(), findings: found };
  within("data folder", () => {
    writeReport(dataDir, report);
    return [];
  });
  return report;
}

/** The exit code: 1 where something is wrong. */
export const codeOf = ({ findings }: Report) => (worstState(findings) === "problem" ? 1 : 0);

/** What reads the contents needs this code's schema, and would upgrade an older one. */
function withDatabase({ dataDir, primary }: Env, now: number): Finding[] {
  const file = databaseFile(dataDir);
  const { findings, isUsable } = databaseFindings(file);
  if (!isUsable) return findings;
  replaceDatabase(openDatabase(file, primary));
  try {
    return [
      ...findings,
      ...within("audit record", () => [auditFinding(dataDir)]),
      ...within("secrets", () => [secretsFinding(dataDir)]),
      ...within("clock", () => [clockFinding(dataDir, now)]),
      ...within("messages", () => [outboxFinding(now)]),
    ];
  } finally {
    replaceDatabase(undefined);
  }
}

/** A look that fails is what was found. */
function within(check: string, look: () => Finding[]): Finding[] {
  try {
    return look();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ check, state: "problem", says: `It could not be looked at: ${why}` }];
  }
}
