// Says of a data folder that somebody uses it. The lock is SQLite's own, and goes with the process that holds it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

function open(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return new Database(join(dataDir, "in-use.lock"), { timeout: 1000 });
}

/** Holds a folder for use beside others; throws while somebody has it alone. */
export function shareFolder(dataDir) {
  return hold(dataDir, (lock) => {
    lock.exec("BEGIN");
    lock.prepare("select count(*) from sqlite_schema").get(); // takes the shared lock
  });
}

/** Holds a folder alone; throws while anybody uses it. */
export const haveFolderAlone = (dataDir) => hold(dataDir, (lock) => lock.exec("BEGIN EXCLUSIVE"));

const held = new Set(); // a handle that nothing refers to would be closed some time

function hold(dataDir, take) {
  const lock = open(dataDir);
  try {
    take(lock);
    held.add(lock);
    return () => {
      held.delete(lock);
      lock.close();
    };
  } catch (cause) {
    lock.close();
    const why =
      cause.code === "SQLITE_BUSY" ? "is in use by another process of Muster" : "cannot be used";
    throw new Error(`${dataDir} ${why}.`, { cause });
  }
}
