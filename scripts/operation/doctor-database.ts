import { existsSync, statSync } from "node:fs";
import { inspectDatabase } from "@/db/inspect";
import type { Finding } from "@/lib/domain/health";

const LARGE_JOURNAL = 256 * 1024 * 1024;

/** What is wrong with the database's file, and whether this code can read what is in it. */
export function databaseFindings(file: string): { findings: Finding[]; isUsable: boolean } {
  if (!existsSync(file)) return unusable(`${file} is not there.`);
  const { problems, isNewer, isCurrent, schema, rows } = inspectDatabase(file);
  if (problems.length > 0) return unusable(problems.join(" "));
  if (isNewer) return unusable("It was made by a newer Muster. Start that version.");
  const incidents = rows.incidents ?? 0;
  const whole = finding(
    "ok",
    `It is whole: ${incidents} incidents, ${schema} upgrades of its schema.`,
  );
  if (!isCurrent) {
    const says =
      "It needs an upgrade, which the next start makes. What is in it was not looked at.";
    return { findings: [whole, finding("warning", says)], isUsable: false };
  }
  return { findings: [whole, ...journalFindings(file)], isUsable: true };
}

function journalFindings(file: string): Finding[] {
  const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGE_JOURNAL) return [];
  const says = `Its journal has ${Math.round(size / 1024 / 1024)} MB: something reads for very long.`;
  return [finding("warning", says)];
}

const finding = (state: Finding["state"], says: string): Finding => ({
  check: "database",
  state,
  says,
});

const unusable = (says: string) => ({ findings: [finding("problem", says)], isUsable: false });
