import { existsSync, renameSync } from "node:fs";
import { databaseFile } from "@/db/client";
import { startPublisher } from "@/scripts/server/publisher.mjs";

/** How long a thread may take on a busy machine until it has said something. */
export const LONG = { timeout: 20_000, interval: 50 };

export const URL_OF_PAGE = "https://status.example.com";

/** Runs the thread that publishes a data folder; `files` is what readers would get, by the path. */
export function publish(dataDir: string, thread?: URL) {
  const files = new Map<string, string>();
  const problems: string[] = [];
  let changes = 0;
  let staleSince: number | undefined;
  const publisher = startPublisher(
    {
      dataDir,
      url: URL_OF_PAGE,
      thread,
      onStanding: (standing) => {
        staleSince = standing.staleSince;
      },
    },
    ({ removed, changed }) => {
      changes += 1;
      for (const path of removed) files.delete(path);
      for (const { path, identity } of changed) {
        files.set(path, Buffer.from(identity ?? "").toString());
      }
    },
    ({ message }) => problems.push(message),
  );
  return {
    files,
    problems,
    page: () => files.get("") ?? "",
    changes: () => changes,
    staleSince: () => staleSince,
    end: () => publisher.end(),
  };
}

/** Puts a database's files away, or back; those that there are. */
export function moveDatabase(dataDir: string, from: string, to: string): void {
  for (const ending of ["", "-wal", "-shm"]) {
    const file = databaseFile(dataDir) + ending;
    if (existsSync(file + from)) renameSync(file + from, file + to);
  }
}
