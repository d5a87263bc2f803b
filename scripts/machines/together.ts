import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replaceDatabase } from "@/db/client";
import { createApiToken } from "@/db/mutations/api-tokens";
import { measureStale } from "@/db/mutations/figures";
import { openDatabase } from "@/db/open";
import { findUserByEmail } from "@/db/queries/auth/users";
import { loadSecrets } from "@/lib/auth/secrets";
import { SCOPE_NAMES } from "@/lib/domain/scopes";
import { operator } from "@/lib/domain/viewer";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { startSqld } from "@/tests/support/sqld";
import { fill, type Sizes } from "../benchmark/data";

const PERSON = { ADMIN_EMAIL: "owner@example.com", ADMIN_PASSWORD: "correct horse battery" };
const SETTINGS = {
  ...PERSON,
  DEMO: "0",
  LOG_LEVEL: "error",
  API_REQUESTS_PER_MINUTE: "10000000",
};

/** A database with so much in it, for one portal alone (no `url`) or on a libSQL server for several. */
export async function openTogether(sizes: Sizes, isShared: boolean) {
  const folder = mkdtempSync(join(tmpdir(), "muster-together-"));
  const servers: OwnServer[] = [];
  const alone = join(folder, "alone");
  const primary = join(folder, "primary");
  const first = isShared ? join(primary, "dbs", "default", "data") : join(alone, "muster.db");
  const made = openDatabase(first);
  fill(made, sizes);
  replaceDatabase(made);
  while (measureStale(1000) > 0); // as in a database that has been in use
  replaceDatabase(undefined);
  const sqld = isShared ? await startSqld(primary) : undefined;
  const file = sqld ? join(folder, "token.db") : first;

  return {
    /** One more portal: on a data folder of its own, with the secrets of the first. */
    async join(): Promise<OwnServer> {
      const [first] = servers;
      const own = isShared ? mkdtempSync(join(folder, "machine-")) : alone;
      if (first) copyFileSync(join(first.dataDir, "secrets.json"), join(own, "secrets.json"));
      const settings = { ...SETTINGS, DATA_DIR: own };
      const shared = sqld && { ...settings, DATABASE_SYNC_URL: sqld.address.url };
      const server = await startServer(shared ?? settings);
      servers.push(server);
      return server;
    },
    /** A token of the only person there, which every portal knows soon. */
    token(): string {
      globalThis.musterAuditKeys = loadSecrets(servers[0]?.dataDir ?? alone).auditKeys;
      replaceDatabase(openDatabase(file, sqld?.address));
      const user = findUserByEmail(PERSON.ADMIN_EMAIL);
      if (!user) throw new Error("The first portal made no account.");
      const asked = { name: "benchmark", scopes: SCOPE_NAMES, days: 2 };
      const { token } = createApiToken({ ...operator(user.name), userId: user.id }, asked);
      replaceDatabase(undefined);
      return token;
    },
    async end(): Promise<void> {
      for (const server of servers) await server.stop("SIGKILL");
      await sqld?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
