import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { replaceDatabase } from "./client";
import * as schema from "./schema";

/** What a look at the database found: nothing new, a commit since the last look, or no database to read. */
export type News = "same" | "changed" | "gone";

export type Watch = {
  look: () => News;
  /** Reads all of what one commit left; what comes meanwhile is the next look's news. Throws where it cannot. */
  read: <Value>(run: () => Value) => Value;
};

/**
 * Looks for commits of any process, by a handle of its own that only reads. While the file is there, `db()`
 * reads from it.
 */
export function watchDatabase(file: string): Watch {
  let handle: Database.Database | undefined;
  let opened: number | undefined;
  let version: unknown;

  function close(): void {
    replaceDatabase(undefined);
    handle = undefined;
    version = undefined;
  }

  function open(inode: number): Database.Database {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    replaceDatabase(drizzle(sqlite, { schema, casing: "snake_case" }));
    opened = inode;
    return sqlite;
  }

  return {
    read(run) {
      try {
        if (!handle) throw new Error(`${file} is not open.`);
        return handle.transaction(run)();
      } catch (error) {
        close(); // the next look opens it anew, and finds all of it new
        throw error;
      }
    },
    look() {
      try {
        const inode = statSync(file).ino;
        if (handle && inode !== opened) close();
        handle ??= open(inode);
        const now = handle.pragma("data_version", { simple: true });
        const isNew = now !== version;
        version = now;
        return isNew ? "changed" : "same";
      } catch {
        close(); // whoever calls says that it is gone, and tries again
        return "gone";
      }
    },
  };
}
