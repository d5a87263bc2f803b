import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { listBackups } from "@/lib/backup/folder";
import { readDrill } from "@/lib/backup/last-drill";
import type { Standing } from "@/lib/domain/upkeep";
import type { Env } from "@/lib/env";
import { readReport } from "./report";

/** Where the portal's backups are, whether it makes them by itself or not. */
export const backupFolder = ({ backupDir, dataDir }: Pick<Env, "backupDir" | "dataDir">) =>
  backupDir ?? join(dataDir, "backups");

/** How the portal's upkeep stands, as the files tell. */
export function standingOf(
  settings: Pick<Env, "backupDir" | "dataDir">,
  database: string,
  now: number,
): Standing {
  const folder = backupFolder(settings);
  const moment = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));
  return {
    bornAt: existsSync(database) ? statSync(database).birthtimeMs : now,
    newestBackup: moment(listBackups(folder)[0]?.at),
    lastDrill: moment(readDrill(folder)?.at),
    lastCheck: moment(readReport(settings.dataDir)?.at),
  };
}
