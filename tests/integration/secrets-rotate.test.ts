import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAccountLink } from "@/db/mutations/account-links";
import { beginSecondFactor, confirmSecondFactor, spendCode } from "@/db/mutations/second-factors";
import { rotateSecrets } from "@/db/mutations/secrets";
import { startSession } from "@/db/mutations/sessions";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { findSecondFactor } from "@/db/queries/auth/second-factors";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { storedRows } from "@/db/queries/audit-rows";
import { auditLog } from "@/db/schema";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";
import { isDeviceOf, makeDevice } from "@/lib/auth/device";
import { unseal } from "@/lib/auth/seal";
import { loadSecrets, replaceSecrets } from "@/lib/auth/secrets";
import { totpCode } from "@/lib/auth/totp";
import { factorContext } from "@/lib/domain/second-factor";
import { env } from "@/lib/env";
import { runSecrets } from "@/scripts/cli/secrets";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeUser } from "@/tests/support/make-user";

process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "muster-rotate-"));
const { dataDir } = env();
const file = join(dataDir, "secrets.json");
const NOW = Date.UTC(2026, 0, 5, 10);
const DAY = 24 * 3_600_000;

freshDatabase();
beforeEach(() => {
  rmSync(file, { force: true });
  globalThis.musterSecrets = undefined;
  globalThis.musterAuditKeys = undefined;
  globalThis.musterSealKeys = undefined;
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const rotate = () => rotateSecrets("command line", dataDir, NOW);
const stored = () => JSON.parse(readFileSync(file, "utf8"));

async function withFactor() {
  const viewer = makeViewer({ userId: await makeUser() });
  beginSecondFactor(viewer, NOW - DAY);
  const secret = unseal(
    findSecondFactor(viewer.userId)?.secret ?? "",
    factorContext(viewer.userId),
  );
  const { codes } = confirmSecondFactor(viewer, { code: totpCode(secret, NOW - DAY) }, NOW - DAY);
  return { ...viewer, secret, codes };
}

describe("rotateSecrets", () => {
  test("makes each key anew, and keeps the older ones of the audit record", () => {
    const before = loadSecrets(dataDir);
    rotate();
    const after = loadSecrets(dataDir);
    expect(after).toEqual(stored());
    expect(after.authSecret).not.toBe(before.authSecret);
    expect(after.auditKeys.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(after.sealKeys.map(({ id }) => id)).toEqual(["2"]);
    expect(after.sealKeys[0]?.key).not.toBe(before.sealKeys[0]?.key);
    expect(after.demoPassword).toBe(before.demoPassword);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("leaves authenticator apps and recovery codes as they are", async () => {
    const { userId, secret, codes } = await withFactor();
    expect(rotate().factors).toBe(1);
    expect(findSecondFactor(userId)?.secret).toMatch(/^2\./);
    expect(spendCode(userId, totpCode(secret, NOW), NOW)).toBe(true);
    expect(spendCode(userId, codes[0] ?? "", NOW)).toBe(true);
  });

  test("ends sessions, and links to accounts that the older key gives away", async () => {
    const userId = await makeUser();
    const sid = startSession(userId, NOW);
    const reset = { kind: "reset", email: "grace@example.com", createdBy: "Ada" } as const;
    const { token } = makeAccountLink(reset, NOW);
    makeAccountLink({ kind: "setup", email: "", createdBy: "the portal" }, NOW, "typed-code");
    expect(rotate()).toMatchObject({ sessions: 1, links: 1 });
    expect(findLiveSession(sid, NOW + 1)).toBeUndefined();
    expect(findAccountLink("reset", token, NOW + 1)).toBeUndefined();
    expect(findAccountLink("setup", "typed-code", NOW + 1)).toBeDefined();
  });

  test("lets no browser be known by a mark of the older key", async () => {
    const userId = await makeUser();
    const device = makeDevice(userId);
    expect(isDeviceOf(device, userId)).toBe(true);
    rotate();
    expect(isDeviceOf(device, userId)).toBe(false);
  });

  test("is an entry of the audit record, which stays whole", async () => {
    await withFactor();
    rotate();
    rotate();
    const rows = db().select().from(auditLog).all();
    expect(rows.at(-1)).toMatchObject({ action: "secrets:rotate", keyId: "3" });
    const { fault } = verifyChain(storedRows(), { keys: auditKeys() });
    expect(fault).toBeUndefined();
  });

  test("goes on after one that was killed between its steps", async () => {
    const { userId, secret } = await withFactor();
    const secrets = loadSecrets(dataDir);
    const half = { id: "2", key: "a key that was written and seals nothing yet" };
    replaceSecrets(dataDir, { ...secrets, sealKeys: [...secrets.sealKeys, half] });
    rotate();
    expect(stored().sealKeys.map(({ id }: { id: string }) => id)).toEqual(["3"]);
    expect(spendCode(userId, totpCode(secret, NOW), NOW)).toBe(true);
  });

  test("is seen by a process that had read the older secrets", () => {
    loadSecrets(dataDir);
    const known = globalThis.musterSecrets;
    globalThis.musterSecrets = undefined;
    rotate();
    globalThis.musterSecrets = known;
    expect(loadSecrets(dataDir)).toEqual(stored());
  });
});

describe("muster secrets", () => {
  test("says what a rotation did", async () => {
    await withFactor();
    const out: string[] = [];
    const io = { out: (line: string) => out.push(line), err: () => undefined, cwd: "" };
    expect(await runSecrets(["rotate"], io)).toBe(0);
    expect(out.join("\n")).toContain("Second factors sealed anew: 1.");
  });

  test("does not understand anything else", async () => {
    const err: string[] = [];
    const io = { out: () => undefined, err: (line: string) => err.push(line), cwd: "" };
    expect(await runSecrets(["show"], io)).toBe(2);
    expect(err).toEqual(["Usage: muster secrets rotate"]);
  });
});
