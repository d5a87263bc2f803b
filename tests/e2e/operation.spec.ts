import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer, type OwnServer } from "./own-server";
import { requestOf, send } from "./raw";
import { signIn } from "./support";
import { expect, test } from "./test";

let server: OwnServer | undefined;

test.afterEach(async () => {
  await server?.stop("SIGKILL");
  server = undefined;
});

const METRICS_TOKEN = "secret-metrics-token";
const HOOK_KEY = "secret-hook-key-of-a-source";

const linesOf = (own: OwnServer): Record<string, unknown>[] =>
  own
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

/** Runs a verb of the command line on a server's data. */
function musterOn(dataDir: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir };
  const { status, stdout, stderr } = spawnSync("node", ["scripts/muster.mjs", ...args], {
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("shows its figures to whoever has the token, and to nobody else", async () => {
  server = await startServer({ METRICS_TOKEN });
  const { url } = server;
  await fetch(`${url}/login`);
  await fetch(`${url}/status`);
  expect((await fetch(`${url}/api/metrics`)).status).toBe(404);
  const wrong = { headers: { Authorization: "Bearer another-token-of-letters" } };
  expect((await fetch(`${url}/api/metrics`, wrong)).status).toBe(404);

  const right = { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } };
  const text = await (await fetch(`${url}/api/metrics`, right)).text();
  expect(text).toMatch(/^muster_requests_total\{kind="sign-in",method="GET",status="200"\} 1$/m);
  expect(text).toMatch(/^muster_requests_total\{kind="public",method="GET",status="200"\} 1$/m);
  for (const name of [
    "muster_request_seconds_count",
    "muster_database_bytes",
    "muster_messages_lag_seconds",
    "muster_live_pages",
    "muster_alert_deliveries",
    "muster_backup_age_seconds",
    "muster_public_site_changes_total",
    "process_open_fds",
    "nodejs_eventloop_lag_seconds",
  ]) {
    expect(text).toContain(`# HELP ${name.replace(/_count$/, "")} `);
  }
});

test("names a request as the proxy does, in its answer and in the log, without secrets", async () => {
  server = await startServer({ TRUST_PROXY: "1", METRICS_TOKEN, LOG_LEVEL: "debug" });
  const { url } = server;
  const id = "proxy-request-1";
  const answer = await send(url, requestOf("GET /login", [`X-Request-Id: ${id}`]));
  expect(answer.headers.get("x-request-id")).toBe(id);
  const odd = await send(url, requestOf("GET /login", ['X-Request-Id: "} odd']));
  expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  await send(url, requestOf("GET /api/metrics", [`Authorization: Bearer ${METRICS_TOKEN}`]));
  await send(
    url,
    requestOf(`POST /api/hooks/json/${HOOK_KEY}`, ["Content-Type: application/json"], "{}"),
  );
  const own = server;
  await expect.poll(() => linesOf(own).map(({ path }) => path)).toContain("/api/hooks/json/[key]");
  expect(linesOf(own).filter((line) => line.id === id).length).toBeGreaterThan(0);
  expect(own.output()).not.toMatch(/secret-(metrics|hook)/);
});

test("empties the journal when it is stopped, and lets a backup be restored only then", async () => {
  server = await startServer();
  const { dataDir } = server;
  const to = mkdtempSync(join(tmpdir(), "muster-copies-"));
  const { stdout } = musterOn(dataDir, "backup", "--to", to);
  const [backup = ""] = stdout.trim().split("\n");
  expect(existsSync(backup)).toBe(true);
  const refused = musterOn(dataDir, "restore", backup);
  expect(refused).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("Stop Muster first"),
  });

  expect(await server.stop("SIGTERM")).toBe(0);
  const journal = statSync(join(dataDir, "muster.db-wal"), { throwIfNoEntry: false });
  expect(journal?.size ?? 0).toBe(0);
  expect(musterOn(dataDir, "restore", backup)).toMatchObject({ status: 0 });
  expect(musterOn(dataDir, "audit", "verify")).toMatchObject({ status: 0 });
});

test("makes the backup that is due, and tries it out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-copies-"));
  mkdirSync(folder, { recursive: true });
  const file = "muster-2020-01-01T00-00-00.000Z.db";
  const old = { backup: "muster", at: "2020-01-01T00:00:00.000Z", file, bytes: 1, sha256: "" };
  const rest = { schema: 1, rows: {}, auditHead: { id: 0, hash: "" }, keys: [] };
  writeFileSync(join(folder, file), "");
  writeFileSync(join(folder, file.replace(/db$/, "json")), JSON.stringify({ ...old, ...rest }));

  server = await startServer({ BACKUP_DIR: folder });
  const made = () => readdirSync(folder).filter((name) => /^muster-202[1-9].*\.json$/.test(name));
  await expect.poll(() => made().length, { timeout: 60_000 }).toBe(1);
  const drill = join(folder, "last-drill.json");
  await expect
    .poll(() => existsSync(drill) && JSON.parse(readFileSync(drill, "utf8")).backup, {
      timeout: 60_000,
    })
    .toBeTruthy();
});

test("shows an admin how the portal stands, and makes a backup at a press", async ({ page }) => {
  await signIn(page, "admin", "/operation");
  const health = page.getByRole("region", { name: "Health" });
  await health.getByRole("button", { name: "Look now" }).click();
  await expect(health.getByText(/audit record: \d+ entries are as written/)).toBeVisible({
    timeout: 60_000,
  });
  const backups = page.getByRole("region", { name: "Backups" });
  const before = await backups.getByRole("listitem").count();
  await backups.getByRole("button", { name: "Back up now" }).click();
  await expect
    .poll(() => backups.getByRole("listitem").count(), { timeout: 60_000 })
    .toBeGreaterThan(before);
  await expect(backups.getByRole("alert")).toHaveCount(0);
});
