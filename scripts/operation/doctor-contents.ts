import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listCheckpoints } from "@/db/queries/audit-checkpoints";
import { storedRows } from "@/db/queries/audit-rows";
import { newestAuditTime, outboxStanding } from "@/db/queries/operation";
import { headsFile, readHeads } from "@/lib/audit/heads";
import { verifyRecord } from "@/lib/audit/record";
import { auditKeys } from "@/lib/auth/audit-keys";
import { judgeClock, judgeOutbox, type Finding } from "@/lib/domain/health";

/** Whether the audit record is as it was written, and its end the one that is known outside. */
export function auditFinding(dataDir: string): Finding {
  const keys = auditKeys();
  const { heads } = readHeads(headsFile(dataDir), keys);
  const checkpoints = listCheckpoints();
  const { entries, fault } = verifyRecord(storedRows, { keys, heads, checkpoints });
  if (fault) return { check: "audit record", state: "problem", says: fault.says };
  return { check: "audit record", state: "ok", says: `${entries} entries are as written.` };
}

export function clockFinding(dataDir: string, now: number): Finding {
  const probe = join(dataDir, `.clock-${process.pid}`);
  writeFileSync(probe, "");
  const written = Date.now();
  const off = statSync(probe).mtimeMs - written;
  rmSync(probe);
  return {
    check: "clock",
    ...judgeClock({ now, newest: newestAuditTime() ?? 0, disk: now + off }),
  };
}

export const outboxFinding = (now: number): Finding => ({
  check: "messages",
  ...judgeOutbox(outboxStanding(now)),
});
