import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { auditLog, incidents, sessions } from "@/db/schema";
import { listBackups, lookAtBackups } from "@/lib/backup/folder";
import { readDrill } from "@/lib/backup/last-drill";
import { sumOf } from "@/lib/backup/manifest";
import { env, type Env } from "@/lib/env";
import { readReport } from "@/lib/operation/report";
import { runCommand } from "@/scripts/cli";
import { doUpkeep } from "@/scripts/operation/upkeep";
import { shareFolder } from "@/scripts/server/in-use.mjs";
import { makeIncident } from "@/tests/support/make-incident";
import { makeUser } from "@/tests/support/make-user";

const root = mkdtempSync(join(tmpdir(), "muster-backup-"));
const dataDir = join(root, "data");
const file = join(dataDir, "muster.db");
const to = join(root, "copies");
process.env.DATA_DIR = dataDir; // before the environment is read

beforeEach(() => {
  globalThis.musterSecrets = undefined; // each test has a folder of its own, of the same name
  open();
});
afterEach(() => {
  replaceDatabase(undefined);
  for (const folder of [dataDir, to]) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const open = () => replaceDatabase(openDatabase(file));

async function muster(verb: string, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    cwd: root,
  };
  return { code: await runCommand(verb, args, io), out, err };
}

const declare = (title: string) => makeIncident({ title });

const titles = () => db().select({ title: incidents.title }).from(incidents).all();

async function backedUp(): Promise<string> {
  const { code, out } = await muster("backup", "--to", to);
  expect(code).toBe(0);
  return out[0] ?? "";
}

describe("muster backup", () => {
  test("prints the file of a copy that is whole and for its owner alone, with its manifest", async () => {
    declare("Before");
    const path = await backedUp();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const [backup] = listBackups(to);
    expect(backup).toMatchObject({ path, sha256: sumOf(path), rows: { incidents: 1 } });
    const newest = db().select().from(auditLog).all().at(-1);
    expect(backup?.auditHead).toEqual({ id: newest?.id, hash: newest?.hash });
    expect(readdirSync(to).filter((name) => name.includes("draft"))).toEqual([]);
    expect((await muster("backup", "verify", path)).code).toBe(0);
  });

  test("tells nothing of the secrets, and copies them only where it is told to", async () => {
    const { err } = await muster("backup", "--to", to);
    expect(err.join()).toContain("secrets.json is not in it");
    const secrets = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
    const beside = readFileSync(
      join(to, readdirSync(to).find((name) => name.endsWith("json")) ?? ""),
    );
    expect(beside.toString()).not.toContain(secrets.auditKeys[0].key);
    await muster("backup", "--to", to, "--secrets", "kept.json");
    expect(statSync(join(root, "kept.json")).mode & 0o777).toBe(0o600);
  });

  test("removes what a backup that was killed left, and counts none without a manifest", async () => {
    mkdirSync(to);
    writeFileSync(join(to, "muster-2026-01-01T00-00-00.000Z.db.draft"), "half");
    writeFileSync(join(to, "muster-2026-01-01T00-00-00.000Z.db"), "no manifest");
    await backedUp();
    expect(readdirSync(to).some((name) => name.endsWith(".draft"))).toBe(false);
    expect((await muster("backup", "list", "--to", to)).out).toHaveLength(1);
  });

  test("finds a changed byte", async () => {
    const path = await backedUp();
    appendFileSync(path, "x");
    const { code, err } = await muster("backup", "verify", path);
    expect(code).toBe(1);
    expect(err.join()).toContain("the SHA-256 is another");
  });

  test("tries a restore out, and keeps what came of it", async () => {
    declare("Before");
    await backedUp();
    mkdirSync(join(to, ".drill-killed"));
    utimesSync(join(to, ".drill-killed"), 0, 0);
    const { code, out } = await muster("backup", "drill", "--to", to);
    expect(code).toBe(0);
    expect(out[0]).toContain("1 incidents read");
    expect(readDrill(to)).toMatchObject({ incidents: 1, problems: [] });
    expect(readdirSync(to).some((name) => name.startsWith(".drill"))).toBe(false);
  });

  test("says that there is nothing to try out", async () => {
    mkdirSync(to);
    const { code, err } = await muster("backup", "drill", "--to", to);
    expect({ code, err }).toEqual({ code: 1, err: ["There is no backup to restore."] });
  });
});

describe("whoever looks at the backups", () => {
  test("is told why they cannot be read", () => {
    expect(lookAtBackups(join(to, "none"))).toEqual({ backups: [] });
    const path = join(to, "file");
    mkdirSync(to, { recursive: true });
    writeFileSync(path, "");
    expect(lookAtBackups(path)).toMatchObject({
      backups: [],
      problem: expect.stringContaining("The folder cannot be read: "),
    });
  });
});

describe("muster restore", () => {
  test("puts the backup back, keeps what was there, and ends all sessions", async () => {
    declare("Before");
    const userId = await makeUser();
    const at = { createdAt: 0, lastSeenAt: 0, expiresAt: 9e12 };
    db()
      .insert(sessions)
      .values({ id: "s", userId, ...at })
      .run();
    const path = await backedUp();
    declare("After");
    replaceDatabase(undefined);
    const { code, out } = await muster("restore", path);
    expect({ code, out }).toMatchObject({ code: 0, out: [expect.stringContaining("Restored")] });
    open();
    expect(titles()).toEqual([{ title: "Before" }]);
    expect(db().select().from(sessions).all()).toMatchObject([{ revokedAt: expect.any(Number) }]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({ action: "backup:restore" });
    const aside = readdirSync(dataDir).find((name) => name.startsWith("before-restore-")) ?? "";
    const old = new Database(join(dataDir, aside, "muster.db"), { readonly: true });
    expect(old.prepare("select title from incidents order by id").pluck().all()).toEqual([
      "Before",
      "After",
    ]);
    old.close();
  });

  test("puts it where there is no database any more", async () => {
    declare("Before");
    const path = await backedUp();
    replaceDatabase(undefined);
    for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
    expect((await muster("restore", path)).code).toBe(0);
    open();
    expect(titles()).toEqual([{ title: "Before" }]);
  });

  test("refuses while the portal runs, and changes nothing", async () => {
    const path = await backedUp();
    declare("After");
    const letGo = shareFolder(dataDir);
    const { code, err } = await muster("restore", path);
    letGo();
    expect(code).toBe(1);
    expect(err[0]).toContain("Stop Muster first");
    expect(titles()).toEqual([{ title: "After" }]);
  });

  test.each([
    ["a file that is no database", (path: string) => writeFileSync(path, "x".repeat(5000))],
    ["a file that is not there", (path: string) => rmSync(path)],
    [
      "a database of a newer Muster",
      (path: string) => {
        const newer = new Database(path);
        newer.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 4e12)");
        newer.close();
      },
    ],
  ])("refuses %s", async (_, spoil) => {
    const path = await backedUp();
    declare("After");
    spoil(path);
    replaceDatabase(undefined);
    const { code, err } = await muster("restore", path);
    expect(code).toBe(1);
    expect(err.at(-1)).toBe("Nothing was changed.");
    open();
    expect(titles()).toEqual([{ title: "After" }]);
  });

  test("says where a key of that time is missing", async () => {
    const path = await backedUp();
    replaceDatabase(undefined);
    rmSync(join(dataDir, "secrets.json"));
    globalThis.musterSecrets = undefined;
    const { code, err } = await muster("restore", path);
    expect(code).toBe(0);
    expect(err.at(-1)).toContain("secrets.json lacks a key");
  });
});

describe("muster doctor", () => {
  test("says how each thing stands, and keeps it", async () => {
    const { out } = await muster("doctor", "--json");
    const { findings } = JSON.parse(out.join("\n"));
    const states = Object.fromEntries(
      findings.map(({ check, state }: { check: string; state: string }) => [check, state]),
    );
    expect(states).toMatchObject({
      "data folder": "ok",
      database: "ok",
      "audit record": "ok",
      secrets: "ok",
      clock: "ok",
      messages: "ok",
      backups: "warning",
    });
    expect(readReport(dataDir)?.findings).toEqual(findings);
  });

  test("ends with 1 where the database is damaged, and names it", async () => {
    replaceDatabase(undefined);
    writeFileSync(file, "no database".repeat(1000));
    for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
    const { code, out } = await muster("doctor");
    expect(code).toBe(1);
    expect(out.join("\n")).toMatch(/Wrong\s+database: .*cannot be read/);
  });

  test("finds an entry of the audit record that somebody changed", async () => {
    declare("Before");
    db().$client.exec("drop trigger audit_log_keeps_words; update audit_log set actor = 'Eve'");
    const { code, out } = await muster("doctor");
    expect(code).toBe(1);
    expect(out.join("\n")).toContain("audit record: Entry 1 is not as it was written.");
  });
});

describe("muster upkeep", () => {
  test("does nothing where nothing is due", async () => {
    expect(await muster("upkeep")).toEqual({ code: 0, out: [], err: [] });
    expect(existsSync(join(dataDir, "backups"))).toBe(false);
  });

  const DAY = 86_400_000;
  const later = (days: number) => Date.now() + days * DAY;

  function upkeep(now: number, change: Partial<Env> = {}) {
    const out: string[] = [];
    const isWell = doUpkeep({ ...env(), ...change }, now, (line) => out.push(line));
    return { isWell, out };
  }

  test("makes the backup that is due, then tries it out, and removes those whose time is over", () => {
    const scheduled = { backupDir: to, backupEvery: DAY };
    replaceDatabase(undefined);
    expect(upkeep(later(1), scheduled).out[0]).toContain("made a backup");
    expect(upkeep(later(1), scheduled)).toMatchObject({
      isWell: true,
      out: [expect.stringMatching(/^tried to restore muster-/)],
    });
    expect(upkeep(later(1), scheduled).out).toEqual([]);
    const hour = { backupDir: to, backupEvery: 1800_000 };
    for (let half = 1; half <= 4; half += 1) upkeep(later(2) + half * 1800_000, hour);
    expect(listBackups(to).length).toBeLessThan(5);
  });

  test("looks at the health once a day, and lets go what was kept long enough", () => {
    declare("Before");
    declare("After");
    const kept = { auditKept: DAY, alertsKept: DAY };
    replaceDatabase(undefined);
    const { out } = upkeep(later(62), kept);
    expect(out.join("\n")).toContain("entries of the audit record: ");
    expect(readReport(dataDir)?.findings.length).toBeGreaterThan(5);
    expect(readdirSync(join(dataDir, "audit-archive"))).toHaveLength(1);
    expect(upkeep(later(62), kept)).toEqual({ isWell: true, out: [] });
  });

  test("goes on where one thing fails", () => {
    replaceDatabase(undefined);
    mkdirSync(join(to, ".muster-backups.lock"), { recursive: true });
    const { isWell, out } = upkeep(later(1), { backupDir: to, backupEvery: DAY });
    expect(isWell).toBe(false);
    expect(out[0]).toMatch(/^backup failed: /);
    expect(readReport(dataDir)).toBeDefined();
  });
});
