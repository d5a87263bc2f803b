import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { listCheckpoints } from "@/db/queries/audit-checkpoints";
import { storedRows } from "@/db/queries/audit-rows";
import { listByAge } from "@/db/queries/incidents-by-age";
import { exportRecord } from "@/db/queries/record";
import { checkBackup } from "@/db/restore";
import { verifyRecord } from "@/lib/audit/record";
import { auditKeys } from "@/lib/auth/audit-keys";
import { listBackups, sweepTries, TRY } from "@/lib/backup/folder";
import { writeDrill, type Drill } from "@/lib/backup/last-drill";
import { parseIncidentFilters } from "@/lib/domain/incident-filters";
import { operator } from "@/lib/domain/viewer";

const MOST_INCIDENTS = 200;

/**
 * Restores the newest backup of a folder into a folder of its own, reads it as the portal does, and keeps what
 * came of it. A process of its own runs it: for that time the copy is the database.
 */
export function drill(folder: string, now: number): Drill {
  const began = performance.now();
  const [newest] = listBackups(folder);
  if (newest) sweepTries(folder, now);
  const found = newest ? tryOut(newest.path, folder) : { ...NONE };
  const drilled = {
    at: new Date(now).toISOString(),
    ...(newest && { backup: basename(newest.path) }),
    ...found,
    ms: Math.round(performance.now() - began),
  };
  writeDrill(folder, drilled);
  return drilled;
}

const NONE = { incidents: 0, problems: ["There is no backup to restore."] };

function tryOut(path: string, folder: string): Pick<Drill, "incidents" | "problems"> {
  const { problems } = checkBackup(path);
  if (problems.length > 0) return { incidents: 0, problems };
  const place = mkdtempSync(join(folder, TRY));
  try {
    const copy = join(place, "muster.db");
    copyFileSync(path, copy);
    replaceDatabase(openDatabase(copy));
    return readAll();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { incidents: 0, problems: [`The portal cannot read it: ${why}`] };
  } finally {
    replaceDatabase(undefined);
    rmSync(place, { recursive: true, force: true });
  }
}

function readAll(): Pick<Drill, "incidents" | "problems"> {
  const { fault } = verifyRecord(storedRows, { keys: auditKeys(), checkpoints: listCheckpoints() });
  if (fault) return { incidents: 0, problems: [fault.says] };
  const viewer = operator("command line");
  const incidents = listByAge(viewer, parseIncidentFilters({ view: "all" }), {
    after: undefined,
    limit: MOST_INCIDENTS,
  });
  const missing = incidents.filter(({ key }) => exportRecord(viewer, key) === undefined);
  return {
    incidents: incidents.length,
    problems: missing.map(({ key }) => `The record of ${key} cannot be read.`),
  };
}
