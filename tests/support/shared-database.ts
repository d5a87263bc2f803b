import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { startSqld, type Sqld } from "./sqld";

/** Gives each test of the file a database on a libSQL server, with the copy that a portal reads. */
export function freshSharedDatabase(): void {
  let folder: string;
  let sqld: Sqld | undefined;
  let count = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "muster-shared-"));
    const first = await startSqld(join(folder, "template"));
    openDatabase(join(folder, "first.db"), first.address).$client.close();
    await first.stop();
  }, 120_000);
  beforeEach(async () => {
    count += 1;
    const data = join(folder, `primary-${count}`);
    cpSync(join(folder, "template"), data, { recursive: true });
    sqld = await startSqld(data);
    replaceDatabase(openDatabase(join(folder, `copy-${count}.db`), sqld.address));
  }, 60_000);
  afterEach(async () => {
    replaceDatabase(undefined);
    await sqld?.stop();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}
