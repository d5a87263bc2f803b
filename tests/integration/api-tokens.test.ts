import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createApiToken, revokeApiToken } from "@/db/mutations/api-tokens";
import { listOthersTokens, listOwnTokens } from "@/db/queries/api-tokens";
import { findLiveToken } from "@/db/queries/auth/api-tokens";
import { apiTokens, auditLog } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { makeApiToken } from "@/tests/support/ask-api";
import { makeViewer } from "@/tests/support/make";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();
const DAY = 86_400_000;

async function someone() {
  return makeViewer({ userId: await makeUser() });
}

describe("createApiToken", () => {
  test("gives the token once and keeps nothing of it but its hash and its end", async () => {
    const { token } = await makeApiToken();
    expect(token).toMatch(/^muster_[\w-]{43}$/);
    const stored = JSON.stringify(db().select().from(apiTokens).all());
    expect(stored).not.toContain(token.slice(0, -4));
    expect(JSON.stringify(db().select().from(auditLog).all())).not.toContain(token.slice(0, -4));
  });

  test("makes one that works as long as was asked, a year at most", async () => {
    const viewer = await someone();
    const { token } = createApiToken(viewer, { name: "x", scopes: ["incidents:read"], days: 2 }, 0);
    expect(findLiveToken(token, 2 * DAY - 1)).toMatchObject({ scopes: ["incidents:read"] });
    expect(findLiveToken(token, 2 * DAY)).toBeUndefined();
    const long = createApiToken(viewer, { name: "x", scopes: ["audit:read"], days: 4000 }, 0);
    expect(long.expiresAt).toBe(365 * DAY);
  });

  test("refuses one for nothing, and the fifty-first", async () => {
    const viewer = await someone();
    expect(() => createApiToken(viewer, { name: "x", scopes: [], days: 1 })).toThrow(
      "Choose what the token is for.",
    );
    const wanted = { name: "x", scopes: ["audit:read" as const], days: 1 };
    for (let count = 0; count < 50; count += 1) createApiToken(viewer, wanted);
    expect(() => createApiToken(viewer, wanted)).toThrow("You have 50 tokens.");
    createApiToken(viewer, wanted, Date.now() + 2 * DAY);
  });

  test("leaves a record of it", async () => {
    const { id } = await makeApiToken({ scopes: ["incidents:read"] });
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "token:create",
      object: `token ${id}`,
      detail: { name: "test", scopes: ["incidents:read"], days: 30 },
    });
  });
});

describe("revokeApiToken", () => {
  test("ends one’s own token at once, and says so", async () => {
    const { id, token, viewer } = await makeApiToken();
    revokeApiToken(viewer, { id });
    expect(findLiveToken(token, Date.now())).toBeUndefined();
    expect(listOwnTokens(viewer, Date.now())).toMatchObject([{ id, state: "revoked" }]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({ action: "token:revoke" });
  });

  test("knows of others’ tokens for admins alone", async () => {
    const { id, token } = await makeApiToken();
    const other = await makeApiToken();
    expect(() => revokeApiToken(other.viewer, { id })).toThrow("This token is not there.");
    expect(findLiveToken(token, Date.now())).toBeDefined();
    const admin = await makeApiToken({ role: "admin" });
    expect(listOthersTokens(admin.viewer, Date.now()).map((row) => row.id)).toContain(id);
    revokeApiToken(admin.viewer, { id });
    expect(findLiveToken(token, Date.now())).toBeUndefined();
  });
});
